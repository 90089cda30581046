package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.ErrorType;
import java.util.List;

/** A model answered, but not what its task asks for: {@code llm_invalid_answer}. */
public final class InvalidAnswerException extends LlmException {
    private static final long serialVersionUID = 1L;

    /** Of an answer that is no end of text, the beginning shows the model what was wrong with it. */
    private static final int LONGEST_REPEATED = 20_000;

    private final String rawAnswer;
    private final String problems;

    /**
     * @param rawAnswer what the model said
     * @param problems what is wrong with it, naming fields and never quoting the answer, which may hold ticket text
     */
    public InvalidAnswerException(LlmTask task, String rawAnswer, List<String> problems) {
        super(new CallFailure(
                ErrorType.LLM_INVALID_ANSWER,
                ("the model's answer for %s cannot be used: %s. "
                                + "The failure keeps the answer; submit the ticket again, or with another model.")
                        .formatted(task.wireName(), String.join("; ", problems)),
                false,
                null,
                CleanText.of(rawAnswer)));
        this.rawAnswer = rawAnswer;
        this.problems = String.join("; ", problems);
    }

    /** What a second call is told of the first. */
    public LlmRequest.Repair repair() {
        return new LlmRequest.Repair(
                CleanText.prefix(rawAnswer, LONGEST_REPEATED), CleanText.prefix(problems, LONGEST_REPEATED));
    }
}
