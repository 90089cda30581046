package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.llm.InvalidAnswerException;
import io.github.ticketsummarizer.llm.LlmAnswer;

/** Makes a typed answer of what a model said, by the rules of the task. */
@FunctionalInterface
public interface AnswerReader<T> {
    /**
     * Reads one answer.
     *
     * @throws InvalidAnswerException when a part is missing or wrong; it names each
     */
    T read(LlmAnswer answer) throws InvalidAnswerException;
}
