package io.github.ticketsummarizer.llm.tracing;

import io.github.ticketsummarizer.llm.chat.PromptUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call to a model, as its span tells it.
 *
 * @param parameters how the model is to answer; null where there is nothing to choose
 * @param messages all that the model is sent, in order
 * @param people whom the ticket's own fields name, to be left out
 * @param prompt where the messages come from; null for a call that no configured prompt makes
 */
record ModelQuestion(
        ModelNames names,
        String model,
        @Nullable Parameters parameters,
        List<Message> messages,
        List<String> people,
        @Nullable PromptUse prompt) {
    ModelQuestion {
        messages = List.copyOf(messages);
        people = List.copyOf(people);
    }

    /**
     * How to answer.
     *
     * @param maxTokens the longest answer
     * @param temperature null for the model's own
     */
    record Parameters(long maxTokens, @Nullable Double temperature) {}

    /** @param role {@code system}, {@code user} or {@code assistant} */
    record Message(String role, String text) {}
}
