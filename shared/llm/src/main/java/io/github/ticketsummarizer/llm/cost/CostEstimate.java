package io.github.ticketsummarizer.llm.cost;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tickets may take, before any model is asked.
 *
 * @param provider who will be asked
 * @param model null where it is not known here
 * @param costUsd US dollars; null when the model has no known price
 * @param ticketSizesKnown whether the tickets themselves were looked at; else they are taken to be as long as the samples
 */
public record CostEstimate(
        String provider,
        @Nullable String model,
        int tickets,
        int calls,
        Bounds inputTokens,
        Bounds outputTokens,
        @Nullable Bounds costUsd,
        boolean ticketSizesKnown) {
    public CostEstimate {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(inputTokens, "input_tokens");
        Objects.requireNonNull(outputTokens, "output_tokens");
    }
}
