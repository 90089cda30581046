package io.github.ticketsummarizer.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.TicketRequest;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered, and what it took.
 *
 * @param content the answer as JSON, not yet checked against the task
 * @param model the model that answered, as the provider names it
 * @param inputTokens tokens read, cached ones included; null where the provider counts none
 * @param outputTokens tokens written, reasoning included; null where the provider counts none
 * @param costUsd US dollars; null when it is not known
 */
public record LlmAnswer(
        JsonNode content,
        String model,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Double costUsd,
        Duration duration) {
    public LlmAnswer {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(duration, "duration");
    }

    /** The call as it is accounted for. */
    public ModelCall accountedFor(LlmTask task, TicketRequest request) {
        return new ModelCall(
                task.wireName(),
                request.modelProvider(),
                model,
                task.promptVersion(request.promptVersions()),
                inputTokens,
                outputTokens,
                costUsd,
                duration.toMillis());
    }
}
