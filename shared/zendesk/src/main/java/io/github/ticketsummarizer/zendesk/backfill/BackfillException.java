package io.github.ticketsummarizer.zendesk.backfill;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import org.jspecify.annotations.Nullable;

/** A list of tickets cannot be read further; what was read stays good. */
public final class BackfillException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CallFailure failure;

    BackfillException(CallFailure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    /** An answer of 200 that is not in the documented shape; asking again may help. */
    static BackfillException badShape(String what) {
        return new BackfillException(
                CallFailure.transientFailure(
                        ErrorType.ZENDESK_BAD_ANSWER, "Zendesk's answer is not a page of tickets: " + what),
                null);
    }

    /** What went wrong. */
    public CallFailure failure() {
        return failure;
    }
}
