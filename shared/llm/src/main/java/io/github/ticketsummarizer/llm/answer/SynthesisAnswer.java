package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import java.util.List;

/**
 * What the synthesis of a ticket came to.
 *
 * @param evidence by comment, at most {@link EvidenceLimit#MAX_BYTES} in all
 */
public record SynthesisAnswer(Synthesis synthesis, List<Evidence> evidence) {
    public SynthesisAnswer {
        evidence = List.copyOf(evidence);
    }
}
