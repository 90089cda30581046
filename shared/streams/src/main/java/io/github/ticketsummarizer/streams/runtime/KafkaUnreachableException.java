package io.github.ticketsummarizer.streams.runtime;

import org.jspecify.annotations.Nullable;

/** Kafka does not answer. */
public final class KafkaUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the address and what to check. */
    public KafkaUnreachableException(String bootstrapServers, @Nullable Throwable cause) {
        super(
                "cannot reach Kafka at %s (%s); check KAFKA_BOOTSTRAP_SERVERS, KAFKA_SECURITY_PROTOCOL, and that the broker runs"
                        .formatted(bootstrapServers, cause == null ? "no answer" : cause.getMessage()),
                cause);
    }
}
