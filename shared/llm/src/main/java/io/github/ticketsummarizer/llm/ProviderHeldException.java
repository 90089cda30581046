package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import java.time.Duration;

/** Nothing was sent, since no call to the provider would go well now; no ticket is to blame, and none has lost a try. */
public final class ProviderHeldException extends LlmException {
    private static final long serialVersionUID = 1L;

    private final Duration resumeAfter;

    /** @param why what holds the provider back, with its name */
    public ProviderHeldException(ErrorType errorType, String why, Duration resumeAfter) {
        super(CallFailure.transientFailure(errorType, why), resumeAfter);
        this.resumeAfter = resumeAfter;
    }

    /** When it is worth asking again. */
    public Duration resumeAfter() {
        return resumeAfter;
    }

    /** The same after a call whose answer is of no use without this one: the ticket has lost a try after all. */
    LlmException afterACall() {
        return new LlmException(failure(), resumeAfter);
    }
}
