package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.time.Duration;

/**
 * How spans wait for a platform.
 *
 * @param spans that wait at most; further ones are dropped and counted
 * @param batch spans that are sent together
 * @param delay after which fewer are sent
 */
record QueueSize(int spans, int batch, Duration delay) {
    /** Covers a start and a short outage at 6,000 spans a second, which is what one JVM has to offer at most. */
    private static final int MOST_SPANS = 32_768;
    /** Covers the same for one service of five. */
    private static final int LEAST_SPANS = 8_192;
    /** One batch is on its way at a time, so that this many spans in the time a platform takes to answer is the limit. */
    private static final int BATCH = 2_048;
    /** A server for gRPC takes messages of 4 MiB unless told otherwise. */
    private static final int GRPC_BATCH = 256;

    private static final Duration DELAY = Duration.ofSeconds(1);
    /** A span with long texts holds some 9 kB, so that a queue which is full takes at most a third of the heap. */
    private static final int HEAP_BYTES_PER_SPAN = 32 * 1024;

    /** Reads {@code OTEL_BSP_…}; the defaults fit this JVM's heap. */
    static QueueSize from(ConfigProperties config) {
        return new QueueSize(
                config.getInt(
                        "otel.bsp.max.queue.size",
                        spansFitting(Runtime.getRuntime().maxMemory())),
                config.getInt("otel.bsp.max.export.batch.size", BATCH),
                config.getDuration("otel.bsp.schedule.delay", DELAY));
    }

    static int spansFitting(long heapBytes) {
        return Math.clamp(heapBytes / HEAP_BYTES_PER_SPAN, LEAST_SPANS, MOST_SPANS);
    }

    QueueSize forGrpc() {
        return new QueueSize(spans, Math.min(batch, GRPC_BATCH), delay);
    }
}
