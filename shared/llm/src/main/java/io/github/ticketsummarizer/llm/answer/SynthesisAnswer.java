package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.Warning;
import java.util.List;

/**
 * What the synthesis of a ticket came to.
 *
 * @param evidence by comment, at most {@link EvidenceLimit#MAX_BYTES} in all; every quote stands in its comment
 * @param warnings what a person should look at
 */
public record SynthesisAnswer(Synthesis synthesis, List<Evidence> evidence, List<Warning> warnings) {
    public SynthesisAnswer {
        evidence = List.copyOf(evidence);
        warnings = List.copyOf(warnings);
    }
}
