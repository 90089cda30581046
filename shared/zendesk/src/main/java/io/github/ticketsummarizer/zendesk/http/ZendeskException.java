package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.model.CallFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call to Zendesk that gave no usable answer. Its message quotes nothing of the answer. */
public final class ZendeskException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CallFailure failure;
    private final transient @Nullable Duration retryAfter;

    ZendeskException(CallFailure failure, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
        this.retryAfter = retryAfter;
    }

    ZendeskException(CallFailure failure) {
        this(failure, null, null);
    }

    /** What went wrong, and whether the same call may go better later. */
    public CallFailure failure() {
        return failure;
    }

    /** What Zendesk asked to wait; null where it asked nothing. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
