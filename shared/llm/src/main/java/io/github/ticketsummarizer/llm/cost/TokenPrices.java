package io.github.ticketsummarizer.llm.cost;

import org.jspecify.annotations.Nullable;

/**
 * US dollars per million tokens.
 *
 * @param cachedInput null where the provider has no price of its own for cached tokens; likewise {@code cacheWrite}
 */
public record TokenPrices(
        double input,
        @Nullable Double cachedInput,
        @Nullable Double cacheWrite,
        double output) {
    private static final double MILLION = 1_000_000;

    /** What these tokens cost; {@code input} includes the two after it. */
    double cost(long inputTokens, long cachedTokens, long cacheWriteTokens, long outputTokens) {
        long plain = Math.max(0, inputTokens - cachedTokens - cacheWriteTokens);
        double dollars = plain * input
                + cachedTokens * orInput(cachedInput)
                + cacheWriteTokens * orInput(cacheWrite)
                + outputTokens * output;
        return dollars / MILLION;
    }

    private double orInput(@Nullable Double price) {
        return price == null ? input : price;
    }
}
