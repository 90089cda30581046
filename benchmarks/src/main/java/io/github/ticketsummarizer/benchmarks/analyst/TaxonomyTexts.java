package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Signal;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.List;
import java.util.stream.Stream;

/** What the taxonomy says of each POD. */
final class TaxonomyTexts {
    private TaxonomyTexts() {}

    /** What it owns. */
    static Stream<String> description(Pod pod) {
        return Stream.of("%s. %s".formatted(pod.title(), pod.owns()));
    }

    /** What it owns, and each signal. */
    static Stream<String> all(Pod pod) {
        return Stream.concat(description(pod), pod.signals().stream().map(Signal::term));
    }

    /** Each text as if it were the cause of a ticket of its POD. */
    static List<Example> asExamples(Taxonomy taxonomy) {
        return taxonomy.pods().stream()
                .flatMap(pod -> all(pod).map(text -> asExample(pod.name(), text)))
                .toList();
    }

    /** A text as the cause of a ticket. */
    static Example asExample(String pod, String cause) {
        TicketHeader header = new TicketHeader("1", "", "", "", "", null, null, 0, CustomFields.NONE);
        return new Example(pod, new AnalysisInput(header, new Synthesis("", cause, "", ""), List.of()));
    }
}
