package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ModelCall;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call to a model gave no usable answer. */
public class LlmException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CallFailure failure;
    private final @Nullable Duration retryAfter;

    /** @param retryAfter how long the provider asked to wait; null when it did not say */
    public LlmException(CallFailure failure, @Nullable Duration retryAfter) {
        super(failure.message());
        this.failure = failure;
        this.retryAfter = retryAfter;
    }

    /** A failure with no wish of the provider. */
    public LlmException(CallFailure failure) {
        this(failure, null);
    }

    /** What happened, as it goes on the ticket's failure record. */
    public CallFailure failure() {
        return failure;
    }

    /** How long the provider asked to wait; null when it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The same failure, telling the calls that were made before it. */
    LlmException after(List<ModelCall> calls) {
        return new LlmException(failure.withCalls(calls), retryAfter);
    }
}
