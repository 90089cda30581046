package io.github.ticketsummarizer.llm.chat;

import org.jspecify.annotations.Nullable;

/**
 * Tokens of one call, counted the same way whatever the provider. Null where the provider counts none.
 *
 * @param input read by the model, cached ones and those written to the cache included
 * @param cachedInput of {@code input}, those that came from the provider's cache
 * @param cacheWrite of {@code input}, those that were written to the provider's cache at a price of their own
 * @param output written by the model, reasoning included
 * @param reasoning of {@code output}, those that the model spent on thinking
 */
public record TokenUsage(
        @Nullable Long input,
        @Nullable Long cachedInput,
        @Nullable Long cacheWrite,
        @Nullable Long output,
        @Nullable Long reasoning) {
    /** Nothing is known. */
    public static final TokenUsage UNKNOWN = new TokenUsage(null, null, null, null, null);
}
