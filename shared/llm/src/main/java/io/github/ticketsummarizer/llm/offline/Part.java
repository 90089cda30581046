package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.model.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * One half of the answer whether Diagnostics could have helped: triage or fix.
 *
 * @param gapArea null exactly when the assessment is yes; likewise the description
 */
record Part(
        Assessment assessment,
        String reasoning,
        @Nullable String gapArea,
        @Nullable String gapDescription) {
    static Part yes(String reasoning) {
        return new Part(Assessment.YES, reasoning, null, null);
    }

    /** A no or a maybe with what is missing; a yes when nothing is. */
    static Part of(Assessment assessment, @Nullable String gapArea, String reasoning) {
        return assessment == Assessment.YES ? yes(reasoning) : new Part(assessment, reasoning, gapArea, reasoning);
    }
}
