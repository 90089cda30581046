package io.github.ticketsummarizer.llm.chat;

import io.github.ticketsummarizer.llm.text.TokenEstimate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param system the same bytes for every ticket of a task and prompt version, so that a provider can cache it
 * @param turns what follows, oldest first; the first and the last are the user's
 * @param schema what the answer must look like
 * @param prompt which configured prompt made it; null where none did
 * @param estimatedTokens about how many tokens a model reads of it, rather too many than too few
 */
public record ChatRequest(
        String system,
        List<ChatTurn> turns,
        AnswerSchema schema,
        @Nullable PromptUse prompt,
        long estimatedTokens) {
    public ChatRequest {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(schema, "schema");
        turns = List.copyOf(turns);
        if (turns.isEmpty() || turns.getLast().role() != ChatTurn.Role.USER) {
            throw new IllegalArgumentException("the last turn must be the user's");
        }
    }

    /** A request that no configured prompt made. */
    public ChatRequest(String system, List<ChatTurn> turns, AnswerSchema schema) {
        this(system, turns, schema, null);
    }

    /** A request whose tokens nobody has counted yet. */
    public ChatRequest(String system, List<ChatTurn> turns, AnswerSchema schema, @Nullable PromptUse prompt) {
        this(
                system,
                turns,
                schema,
                prompt,
                TokenEstimate.of(system) + TokenEstimate.of(schema.schema().toString()) + tokens(turns));
    }

    /** The tokens of the turns alone, estimated in the same way. */
    public static long tokens(List<ChatTurn> turns) {
        return turns.stream().mapToLong(turn -> TokenEstimate.of(turn.text())).sum();
    }
}
