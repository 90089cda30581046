package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
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

    /**
     * An answer that is not what was asked for; it may be another time.
     *
     * @param message quotes nothing of it
     */
    public static ZendeskException badAnswer(String message) {
        return new ZendeskException(CallFailure.transientFailure(ErrorType.ZENDESK_BAD_ANSWER, message));
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
