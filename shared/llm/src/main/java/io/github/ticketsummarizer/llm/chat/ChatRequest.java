package io.github.ticketsummarizer.llm.chat;

import java.util.List;
import java.util.Objects;

/**
 * What a model is asked.
 *
 * @param system the same bytes for every ticket of a task and prompt version, so that a provider can cache it
 * @param turns what follows, oldest first; the first and the last are the user's
 * @param schema what the answer must look like
 */
public record ChatRequest(String system, List<ChatTurn> turns, AnswerSchema schema) {
    public ChatRequest {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(schema, "schema");
        turns = List.copyOf(turns);
        if (turns.isEmpty() || turns.getLast().role() != ChatTurn.Role.USER) {
            throw new IllegalArgumentException("the last turn must be the user's");
        }
    }
}
