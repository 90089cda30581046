package io.github.ticketsummarizer.local;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own.
 *
 * @param <T> what comes of it
 */
final class BackgroundTask<T> {
    private final FutureTask<T> task;

    private BackgroundTask(Callable<T> work) {
        this.task = new FutureTask<>(work);
    }

    /** Begins it; the JVM does not wait for its end. */
    static <T> BackgroundTask<T> begin(String name, Callable<T> work) {
        BackgroundTask<T> begun = new BackgroundTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(begun.task);
        return begun;
    }

    /** What came of it, once it has ended; throws what the work threw. */
    T result() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** Waits until it has ended, well or not. */
    void awaitEnd() {
        try {
            task.get();
        } catch (ExecutionException e) {
            // Whoever wants the result meets it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
