package io.github.ticketsummarizer.llm.chat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model said.
 *
 * @param text the answer as it came, which should be JSON of the asked shape
 * @param model the model that answered, as the provider names it
 * @param requestId the provider's id of the call, for its support; null where it gives none
 */
public record ChatAnswer(
        String text, Finish finish, String model, @Nullable String requestId, TokenUsage usage, Duration duration) {
    public ChatAnswer {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(finish, "finish");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(duration, "duration");
    }

    /** Why the model stopped. A refusal is not here: it is a failure, {@code llm_blocked}. */
    public enum Finish {
        COMPLETE,
        /** The limit of output tokens was reached, so that the text is cut. */
        LENGTH
    }
}
