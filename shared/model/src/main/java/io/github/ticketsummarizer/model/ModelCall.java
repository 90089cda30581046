package io.github.ticketsummarizer.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call to a model, as it is accounted for.
 *
 * @param task the prompt's task: {@code synthesis}, {@code categorization} or {@code diagnostics}
 * @param model the model that answered
 * @param requestId the provider's id of the call, for its support; null where it gives none
 * @param inputTokens tokens read, cached ones included; null where the provider counts none, as with all tokens here
 * @param cachedInputTokens of these, the tokens that came from the provider's cache
 * @param outputTokens tokens written, reasoning included
 * @param reasoningTokens of these, the tokens that the model spent on thinking
 * @param costUsd US dollars; null when it is not known: {@link #tokensKnown} tells why
 */
public record ModelCall(
        String task,
        String provider,
        String model,
        int promptVersion,
        @Nullable String requestId,
        @Nullable Long inputTokens,
        @Nullable Long cachedInputTokens,
        @Nullable Long outputTokens,
        @Nullable Long reasoningTokens,
        @Nullable Double costUsd,
        long durationMs) {
    public ModelCall {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
    }

    /** Whether the provider counted what it read and wrote. A call that has no cost all the same has no known price. */
    public boolean tokensKnown() {
        return inputTokens != null && outputTokens != null;
    }
}
