package io.github.ticketsummarizer.llm.tracing;

import io.github.ticketsummarizer.llm.chat.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call, as its span tells it.
 *
 * @param finishReason {@code stop}, or {@code length} where the answer was cut
 * @param responseId the provider's id of the call; null where it gives none
 * @param costUsd US dollars; null when it is not known
 */
record ModelReply(
        String text,
        String finishReason,
        String model,
        @Nullable String responseId,
        TokenUsage usage,
        @Nullable Double costUsd) {}
