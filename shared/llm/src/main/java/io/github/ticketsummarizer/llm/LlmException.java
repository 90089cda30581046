package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.CallFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call to a model gave no usable answer. */
public class LlmException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CallFailure failure;
    private final @Nullable Duration retryAfter;
    private final transient @Nullable LlmAnswer paid;

    /** @param retryAfter how long the provider asked to wait; null when it did not say */
    public LlmException(CallFailure failure, @Nullable Duration retryAfter) {
        this(failure, retryAfter, null);
    }

    private LlmException(CallFailure failure, @Nullable Duration retryAfter, @Nullable LlmAnswer paid) {
        super(failure.message());
        this.failure = failure;
        this.retryAfter = retryAfter;
        this.paid = paid;
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

    /** What came in place of a usable answer, and is paid for all the same, such as a refusal; null when nothing came. */
    public @Nullable LlmAnswer paid() {
        return paid;
    }

    /** The same failure, with what came in place of a usable answer. */
    public LlmException paidFor(LlmAnswer answer) {
        return new LlmException(failure, retryAfter, answer);
    }
}
