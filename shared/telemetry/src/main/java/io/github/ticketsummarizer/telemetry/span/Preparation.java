package io.github.ticketsummarizer.telemetry.span;

import io.opentelemetry.api.common.Attributes;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Prepares what spans tell. To take personal data out of a long text costs milliseconds, for which neither a call that is
 * to be made nor the thread that commits should wait: threads of their own do it, as far as they keep up.
 */
final class Preparation implements Executor, AutoCloseable {
    private static final Logger log = Logger.getLogger(Preparation.class.getName());

    /** What may wait; whoever brings more prepares it himself, so that memory stays bounded. */
    private static final int MOST_WAITING = 1_024;

    private static final Duration IDLE = Duration.ofSeconds(10);
    /** All that may wait, of some milliseconds each. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads;

    /** Starts no thread before there is something to do. */
    Preparation() {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("span-preparation-", 0).factory(),
                (task, full) -> task.run());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** What can be told; nothing where that fails, since a span with less is better than none. */
    static Attributes told(Supplier<Attributes> telling) {
        try {
            return telling.get();
        } catch (RuntimeException e) {
            log.log(
                    Level.WARNING,
                    "a span goes without what it should tell: {0}",
                    e.getClass().getName());
            return Attributes.empty();
        }
    }

    /** Ends what waits. What comes later is prepared by whoever brings it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warning("some spans were not ready when the program ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
