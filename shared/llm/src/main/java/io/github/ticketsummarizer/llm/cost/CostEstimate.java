package io.github.ticketsummarizer.llm.cost;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tickets may take, before any model is asked.
 *
 * @param provider who will be asked
 * @param model null where it is not known here
 * @param calls of all tasks together
 * @param condensationCalls those of {@code calls} that take notes of threads too long for one request
 * @param costUsd US dollars; null when the model has no known price
 * @param ticketSizesKnown whether the tickets themselves were looked at; else they are taken to be as long as the samples
 */
public record CostEstimate(
        String provider,
        @Nullable String model,
        int tickets,
        int calls,
        @Nullable Integer condensationCalls,
        Bounds inputTokens,
        Bounds outputTokens,
        @Nullable Bounds costUsd,
        boolean ticketSizesKnown) {
    public CostEstimate {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(inputTokens, "input_tokens");
        Objects.requireNonNull(outputTokens, "output_tokens");
        condensationCalls = condensationCalls == null ? 0 : condensationCalls;
    }

    /** Calls for notes; none where an older run kept no number of them. */
    @Override
    public Integer condensationCalls() {
        return Objects.requireNonNullElse(condensationCalls, 0);
    }
}
