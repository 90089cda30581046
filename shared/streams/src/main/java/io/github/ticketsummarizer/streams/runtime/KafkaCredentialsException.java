package io.github.ticketsummarizer.streams.runtime;

/** Kafka refuses who asks, or what is asked for; or the credentials cannot be used at all. The message names the settings. */
public final class KafkaCredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was refused, and which settings to check */
    KafkaCredentialsException(String message, Throwable cause) {
        super(message, cause);
    }
}
