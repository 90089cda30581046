package io.github.ticketsummarizer.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a call for a ticket failed, before it is known whether the stage tries again.
 *
 * @param message what happened and what to do about it; no ticket text and no secret
 * @param retryable whether the same call may go better later
 */
public record CallFailure(
        ErrorType errorType,
        String message,
        boolean retryable,
        @Nullable String rawInput,
        @Nullable String rawAnswer) {
    public CallFailure {
        Objects.requireNonNull(errorType, "error_type");
        Objects.requireNonNull(message, "message");
    }

    /** A failure that repeating the call would not mend. */
    public static CallFailure permanent(ErrorType errorType, String message) {
        return new CallFailure(errorType, message, false, null, null);
    }

    /** A failure that may pass. */
    public static CallFailure transientFailure(ErrorType errorType, String message) {
        return new CallFailure(errorType, message, true, null, null);
    }
}
