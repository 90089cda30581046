package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import java.time.Duration;
import java.util.List;

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

    /** With calls that were made before it the ticket has lost a try after all, and these are accounted for. */
    @Override
    LlmException after(List<ModelCall> calls) {
        return calls.isEmpty() ? this : super.after(calls);
    }
}
