package io.github.ticketsummarizer.broker;

import org.jspecify.annotations.Nullable;

/** The broker did not start; the message names what stands in the way and the way out. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerException(String message) {
        super(message);
    }

    BrokerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
