package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which POD owns a ticket.
 *
 * @param primaryPod a name of the taxonomy
 * @param alternativePods the PODs that came close, best first
 * @param alternativeReasoning why they came close; null when there are none
 */
public record Categorization(
        String primaryPod,
        String reasoning,
        Confidence confidence,
        String confidenceReason,
        List<String> alternativePods,
        @Nullable String alternativeReasoning,
        Metadata metadata) {
    public Categorization {
        Objects.requireNonNull(primaryPod, "primary_pod");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(metadata, "metadata");
        alternativePods = List.copyOf(alternativePods);
    }

    /** What the decision rests on. */
    public record Metadata(List<String> keywordsMatched, List<String> decisionFactors) {
        public Metadata {
            keywordsMatched = List.copyOf(keywordsMatched);
            decisionFactors = List.copyOf(decisionFactors);
        }
    }
}
