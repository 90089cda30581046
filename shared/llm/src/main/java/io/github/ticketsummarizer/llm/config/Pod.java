package io.github.ticketsummarizer.llm.config;

import java.util.List;

/**
 * A product team that a ticket can belong to.
 *
 * @param name as it stands in outputs
 * @param owns what it owns, in one or two sentences
 * @param isNot what looks like it but belongs elsewhere
 * @param confusableWith names of the PODs it is most often confused with
 */
public record Pod(
        String name, String title, String owns, List<String> isNot, List<String> confusableWith, List<Signal> signals) {
    public Pod {
        isNot = List.copyOf(isNot);
        confusableWith = List.copyOf(confusableWith);
        signals = List.copyOf(signals);
    }
}
