package io.github.ticketsummarizer.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.TicketRequest;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered, and what it took.
 *
 * @param content the answer as JSON, not yet checked against the task; a text node where it was no JSON object
 * @param complete false when the answer was cut at the limit of output tokens
 * @param model the model that answered, as the provider names it
 * @param requestId the provider's id of the call; null where it gives none
 * @param costUsd US dollars; null when it is not known
 */
public record LlmAnswer(
        JsonNode content,
        boolean complete,
        String model,
        @Nullable String requestId,
        TokenUsage usage,
        @Nullable Double costUsd,
        Duration duration) {
    public LlmAnswer {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(duration, "duration");
    }

    /** What a model said, whose price is not known yet. */
    public static LlmAnswer of(ChatAnswer answer, JsonNode content) {
        return new LlmAnswer(
                content,
                answer.finish() == ChatAnswer.Finish.COMPLETE,
                answer.model(),
                answer.requestId(),
                answer.usage(),
                null,
                answer.duration());
    }

    /** The same answer at a price, null when it is not known. */
    public LlmAnswer costing(@Nullable Double usd) {
        return new LlmAnswer(content, complete, model, requestId, usage, usd, duration);
    }

    /** An answer that no provider was asked for, and that costs nothing. */
    public static LlmAnswer withoutProvider(JsonNode content, String model, Duration duration) {
        return new LlmAnswer(content, true, model, null, TokenUsage.UNKNOWN, 0.0, duration);
    }

    /** What the model said, as it is kept with a failure. */
    public String rawText() {
        return content.isTextual() ? content.textValue() : content.toString();
    }

    /** The call as it is accounted for. */
    public ModelCall accountedFor(LlmTask task, TicketRequest request) {
        return new ModelCall(
                task.wireName(),
                request.modelProvider(),
                model,
                task.promptVersion(request.promptVersions()),
                requestId,
                usage.input(),
                usage.cachedInput(),
                usage.output(),
                usage.reasoning(),
                costUsd,
                duration.toMillis());
    }
}
