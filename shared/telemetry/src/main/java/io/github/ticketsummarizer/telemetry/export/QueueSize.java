package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.platform.OtlpProtocol;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.function.Supplier;

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

    /** Where nothing is set. */
    static QueueSize fittingHeap() {
        return new QueueSize(spansFitting(Runtime.getRuntime().maxMemory()), BATCH, DELAY);
    }

    /** Reads {@code OTEL_BSP_…}; the defaults fit this JVM's heap. */
    static QueueSize from(ConfigProperties config) {
        QueueSize unset = fittingHeap();
        return new QueueSize(
                config.getInt("otel.bsp.max.queue.size", unset.spans),
                config.getInt("otel.bsp.max.export.batch.size", unset.batch),
                config.getDuration("otel.bsp.schedule.delay", unset.delay));
    }

    static int spansFitting(long heapBytes) {
        return Math.clamp(heapBytes / HEAP_BYTES_PER_SPAN, LEAST_SPANS, MOST_SPANS);
    }

    QueueSize by(OtlpProtocol protocol) {
        return switch (protocol) {
            case HTTP_PROTOBUF -> this;
            case GRPC -> new QueueSize(spans, Math.min(batch, GRPC_BATCH), delay);
        };
    }

    /** Spans that wait at most, with those that have left the queue and are next. */
    int withNextBatch() {
        return spans + Math.min(batch, spans);
    }

    /** A queue of this size, with the thread that empties it. */
    BatchSpanProcessor queue(SpanExporter exporter, Supplier<MeterProvider> meters) {
        return BatchSpanProcessor.builder(exporter)
                .setMaxQueueSize(spans)
                .setMaxExportBatchSize(Math.min(batch, spans))
                .setScheduleDelay(delay)
                .setMeterProvider(meters)
                .setInternalTelemetryVersion(InternalTelemetryVersion.LATEST)
                .build();
    }
}
