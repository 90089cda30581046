package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a synthesized ticket with what a term counts in each: the cause decides over what fixed it, and both over
 * what was reported. What the agent entered as the root cause counts as the cause. The summary is left out: the
 * baseline's only repeats the other parts.
 */
final class Sections {
    private static final double ROOT_CAUSE = 3;
    private static final double RESOLUTION = 2;
    private static final double REPORTED = 1;
    private static final double EVIDENCE = 1;
    private static final double SUBJECT = 0.5;
    /** What the customer wrote first counts little: it misleads as often as not. */
    private static final double DESCRIPTION = 0.3;

    private final Tokenizer tokenizer;

    Sections(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    List<Section> of(AnalysisInput input) {
        Synthesis synthesis = input.synthesis();
        List<Section> sections = new ArrayList<>();
        sections.add(section(synthesis.rootCause(), ROOT_CAUSE));
        sections.add(section(input.ticket().customFields().supportRootCause(), ROOT_CAUSE));
        sections.add(section(synthesis.resolution(), RESOLUTION));
        sections.add(section(synthesis.issueReported(), REPORTED));
        sections.add(section(input.ticket().subject(), SUBJECT));
        sections.add(section(input.ticket().description(), DESCRIPTION));
        List<String> there = List.of(synthesis.rootCause(), synthesis.resolution(), synthesis.issueReported());
        for (Evidence evidence : input.evidence()) {
            if (!there.contains(evidence.quote())) {
                sections.add(section(evidence.quote(), EVIDENCE));
            }
        }
        return sections;
    }

    /** What the customer wrote before anybody answered. */
    List<Section> opening(AnalysisInput input) {
        return List.of(
                section(input.ticket().subject(), REPORTED),
                section(input.ticket().description(), REPORTED));
    }

    private Section section(String text, double weight) {
        return new Section(tokenizer.tokenize(text), weight);
    }
}
