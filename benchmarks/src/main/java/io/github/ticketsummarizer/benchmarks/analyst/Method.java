package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.config.Taxonomy;
import java.util.List;

/** A way to find the POD of a ticket. */
interface Method {
    /** The name in the table. */
    String name();

    /**
     * Gets ready to judge tickets.
     *
     * @param training what it may learn from; a method that follows the taxonomy alone takes no notice of it
     */
    Classifier fit(Taxonomy taxonomy, List<Example> training);
}
