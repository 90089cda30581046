package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.streams.LoggedThrowable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, a few times; one that keeps dying would loop for ever on the same record, so then
 * the client stops, and the process with it. So it does at once when Kafka refuses: asking again may lock the user out.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final int REPLACEMENTS = 5;
    private static final long WITHIN_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final String service;
    private final String bootstrapServers;
    private final AtomicReference<Throwable> fault;
    private final Deque<Long> replacedAt = new ArrayDeque<>();

    /** @param fault takes what stopped the client */
    ThreadReplacement(String service, String bootstrapServers, AtomicReference<Throwable> fault) {
        this.service = service;
        this.bootstrapServers = bootstrapServers;
        this.fault = fault;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        Optional<KafkaCredentialsException> refusal = KafkaFailures.refusal(bootstrapServers, thrown);
        if (refusal.isPresent()) {
            log.atError()
                    .addKeyValue("service", service)
                    .log(String.valueOf(refusal.get().getMessage()));
            fault.set(refusal.get());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        return replaceOrStop(thrown);
    }

    private synchronized StreamThreadExceptionResponse replaceOrStop(Throwable thrown) {
        long now = System.nanoTime();
        replacedAt.removeIf(time -> now - time > WITHIN_NANOS);
        boolean replace = thrown instanceof Exception && replacedAt.size() < REPLACEMENTS;
        log.atError()
                .addKeyValue("service", service)
                .setCause(LoggedThrowable.of(thrown))
                .log(replace ? "a stream thread died and is replaced" : "stream threads keep dying; stopping");
        if (replace) {
            replacedAt.add(now);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        fault.set(thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
