package io.github.ticketsummarizer.streams.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, a few times; one that keeps dying would loop for ever on the same record, so then
 * the client stops, and the process with it.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final int REPLACEMENTS = 5;
    private static final long WITHIN_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final String service;
    private final AtomicReference<Throwable> fault;
    private final Deque<Long> replacedAt = new ArrayDeque<>();

    /** @param fault takes what stopped the client */
    ThreadReplacement(String service, AtomicReference<Throwable> fault) {
        this.service = service;
        this.fault = fault;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable thrown) {
        long now = System.nanoTime();
        replacedAt.removeIf(time -> now - time > WITHIN_NANOS);
        boolean replace = thrown instanceof Exception && replacedAt.size() < REPLACEMENTS;
        log.atError()
                .addKeyValue("service", service)
                .setCause(thrown)
                .log(replace ? "a stream thread died and is replaced" : "stream threads keep dying; stopping");
        if (replace) {
            replacedAt.add(now);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        fault.set(thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
