package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a synthesized ticket, and how much it counts when the POD is looked for.
 *
 * @param weight the cause decides over what fixed it, and both over what was reported
 */
public record WeightedText(String text, double weight) {
    private static final double ROOT_CAUSE = 3;
    private static final double RESOLUTION = 2;
    private static final double REPORTED = 1;
    private static final double EVIDENCE = 1;
    private static final double SUBJECT = 0.5;
    /** What the customer wrote first counts little: it misleads as often as not. */
    private static final double DESCRIPTION = 0.3;

    /**
     * The parts of a ticket. What the agent entered as the root cause counts as the cause. The summary is left out: the
     * baseline's only repeats the other parts.
     */
    public static List<WeightedText> of(AnalysisInput input) {
        Synthesis synthesis = input.synthesis();
        List<WeightedText> texts = new ArrayList<>();
        texts.add(new WeightedText(synthesis.rootCause(), ROOT_CAUSE));
        texts.add(new WeightedText(input.ticket().customFields().supportRootCause(), ROOT_CAUSE));
        texts.add(new WeightedText(synthesis.resolution(), RESOLUTION));
        texts.add(new WeightedText(synthesis.issueReported(), REPORTED));
        texts.add(new WeightedText(input.ticket().subject(), SUBJECT));
        texts.add(new WeightedText(input.ticket().description(), DESCRIPTION));
        texts.removeIf(text -> text.text().isBlank() || text.text().equals(CustomFields.NONE.supportRootCause()));
        List<String> there = List.of(synthesis.rootCause(), synthesis.resolution(), synthesis.issueReported());
        for (Evidence evidence : input.evidence()) {
            if (!there.contains(evidence.quote())) {
                texts.add(new WeightedText(evidence.quote(), EVIDENCE));
            }
        }
        return texts;
    }

    /** What the customer wrote before anybody answered. */
    static List<WeightedText> opening(AnalysisInput input) {
        return List.of(
                new WeightedText(input.ticket().subject(), REPORTED),
                new WeightedText(input.ticket().description(), REPORTED));
    }
}
