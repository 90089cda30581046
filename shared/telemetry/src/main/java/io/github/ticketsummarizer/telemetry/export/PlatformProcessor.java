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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One platform's queue, and the thread that empties it. */
final class PlatformProcessor implements SpanProcessor {
    private static final Logger log = Logger.getLogger(PlatformProcessor.class.getName());

    /** What a platform that already failed may still hold up the end of the program. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(2);
    /** What any other may; whoever waits for it is told of the loss a moment before the wait ends. */
    private static final Duration PATIENCE = TraceExport.EXIT_PATIENCE.minusSeconds(1);
    /** In which what is left of a queue that was given up can be thrown away. */
    private static final Duration TO_CLEAR = Duration.ofMillis(500);

    private final String platform;
    private final WatchedExporter exporter;
    private final QueueSize size;
    private final BatchSpanProcessor queue;
    private final LongAdder taken = new LongAdder();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicBoolean toldOfDrops = new AtomicBoolean();

    /** @param exporter that sends; it is given what to call when an attempt fails that is not the last */
    PlatformProcessor(
            String platform,
            Function<Runnable, SpanExporter> exporter,
            QueueSize size,
            Supplier<MeterProvider> meters) {
        this.platform = platform;
        this.exporter = new WatchedExporter(platform, exporter);
        this.size = size;
        this.queue = size.queue(this.exporter, meters);
    }

    static PlatformProcessor of(
            Platform platform, OtlpConnection connection, QueueSize size, Supplier<MeterProvider> meters) {
        OtlpExporters exporters = new OtlpExporters(connection, meters);
        OtlpTarget target = platform.target();
        return new PlatformProcessor(
                platform.name(),
                failedAttempt -> exporters.create(target, failedAttempt),
                size.by(target.protocol()),
                meters);
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
            lookForDrops();
        }
    }

    /** The queue does not say what it drops, but it holds no more than its size and the batch that is next. */
    private void lookForDrops() {
        long sure = taken.sum() - exporter.handed() - size.withNextBatch();
        // Those of a platform that fails are told with its failure, and no second time when it is back.
        if (sure > 0 && sure > dropped.getAndUpdate(known -> Math.max(known, sure)) && !exporter.isFailing()) {
            tellDrops();
        }
    }

    private void tellDrops() {
        if (toldOfDrops.compareAndSet(false, true)) {
            log.log(
                    Level.WARNING,
                    "{0} takes spans more slowly than they come, and {1} wait already: further ones are dropped."
                            + " OTEL_BSP_MAX_QUEUE_SIZE lets more wait",
                    new Object[] {platform, size.spans()});
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

    /** Sends what waits, and tells what did not arrive. A platform that has failed before gets a short last chance only. */
    @Override
    public CompletableResultCode shutdown() {
        CompletableResultCode stopped = queue.shutdown();
        CompletableResultCode told = new CompletableResultCode();
        Thread.ofPlatform().daemon().name("end-" + platform).start(() -> {
            await(stopped);
            tellLost();
            told.succeed();
        });
        return told;
    }

    private void await(CompletableResultCode stopped) {
        stopped.join(LAST_CHANCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!exporter.isFailing()) {
            stopped.join(PATIENCE.minus(LAST_CHANCE).toMillis(), TimeUnit.MILLISECONDS);
        }
        exporter.abandon();
        stopped.join(TO_CLEAR.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tellLost() {
        long lost = undelivered();
        if (lost > 0) {
            log.log(Level.WARNING, "{0} spans did not reach {1}", new Object[] {lost, platform});
        }
    }
}
