package io.github.ticketsummarizer.evaluation;

import io.github.ticketsummarizer.model.Confidence;
import org.jspecify.annotations.Nullable;

/**
 * A question that was not answered as the label has it.
 *
 * @param answered null when the analysis failed, and so is the confidence
 * @param isAcceptable whether it is a POD that the label calls acceptable
 * @param why the label's reason; null when it has none
 */
public record Mistake(
        String ticketId,
        Question question,
        String expected,
        @Nullable String answered,
        @Nullable Confidence confidence,
        boolean isAcceptable,
        @Nullable String why) {}
