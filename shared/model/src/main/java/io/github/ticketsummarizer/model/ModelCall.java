package io.github.ticketsummarizer.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call to a model, as it is accounted for.
 *
 * @param task the prompt's task: {@code synthesis}, {@code categorization} or {@code diagnostics}
 * @param model the model that answered
 * @param inputTokens tokens read, cached ones included; null where the provider counts none
 * @param outputTokens tokens written, reasoning included; null where the provider counts none
 * @param costUsd US dollars; null when it is not known
 */
public record ModelCall(
        String task,
        String provider,
        String model,
        int promptVersion,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Double costUsd,
        long durationMs) {
    public ModelCall {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
    }
}
