package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.platform.OtlpTarget;
import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One platform's queue, and the thread that empties it. */
final class PlatformProcessor implements SpanProcessor {
    private static final Logger log = Logger.getLogger(PlatformProcessor.class.getName());

    /** What a platform that already failed may still hold up the end of the program. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(2);

    private final String platform;
    private final WatchedExporter exporter;
    private final BatchSpanProcessor queue;
    private final LongAdder taken = new LongAdder();

    PlatformProcessor(String platform, SpanExporter exporter, QueueSize size, Supplier<MeterProvider> meters) {
        this.platform = platform;
        this.exporter = new WatchedExporter(platform, exporter);
        this.queue = size.queue(this.exporter, meters);
    }

    static PlatformProcessor of(Platform platform, QueueSize size, Supplier<MeterProvider> meters) {
        OtlpTarget target = platform.target();
        return new PlatformProcessor(
                platform.name(), OtlpExporters.create(target, meters), size.by(target.protocol()), meters);
    }

    /** Spans that were meant for the platform and have not arrived there, or not yet. */
    long undelivered() {
        return taken.sum() - exporter.delivered();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // A queue holds what has ended.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled()) {
            taken.increment();
            queue.onEnd(span);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return queue.forceFlush();
    }

    /** Sends what waits. A platform that has failed before gets a short last chance only. */
    @Override
    public CompletableResultCode shutdown() {
        CompletableResultCode stopped = queue.shutdown();
        if (exporter.isFailing()) {
            Thread.ofPlatform().daemon().name("abandon-" + platform).start(() -> {
                stopped.join(LAST_CHANCE.toMillis(), TimeUnit.MILLISECONDS);
                exporter.abandon();
            });
        }
        return stopped.whenComplete(this::tellLost);
    }

    private void tellLost() {
        long lost = undelivered();
        if (lost > 0) {
            log.log(Level.WARNING, "{0} spans did not reach {1}", new Object[] {lost, platform});
        }
    }
}
