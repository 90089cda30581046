package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a call for a ticket failed, before it is known whether the stage tries again.
 *
 * @param message what happened and what to do about it; no ticket text and no secret
 * @param retryable whether the same call may go better later
 * @param calls those to a model that were answered and are paid for all the same, oldest first
 */
public record CallFailure(
        ErrorType errorType,
        String message,
        boolean retryable,
        @Nullable String rawInput,
        @Nullable String rawAnswer,
        List<ModelCall> calls) {
    public CallFailure {
        Objects.requireNonNull(errorType, "error_type");
        Objects.requireNonNull(message, "message");
        calls = List.copyOf(calls);
    }

    /** A failure before which no model was called. */
    public CallFailure(
            ErrorType errorType,
            String message,
            boolean retryable,
            @Nullable String rawInput,
            @Nullable String rawAnswer) {
        this(errorType, message, retryable, rawInput, rawAnswer, List.of());
    }

    /** A failure that repeating the call would not mend. */
    public static CallFailure permanent(ErrorType errorType, String message) {
        return new CallFailure(errorType, message, false, null, null);
    }

    /** A failure that may pass. */
    public static CallFailure transientFailure(ErrorType errorType, String message) {
        return new CallFailure(errorType, message, true, null, null);
    }

    /** This failure, with the calls that came before it. */
    public CallFailure withCalls(List<ModelCall> earlier) {
        return new CallFailure(errorType, message, retryable, rawInput, rawAnswer, earlier);
    }
}
