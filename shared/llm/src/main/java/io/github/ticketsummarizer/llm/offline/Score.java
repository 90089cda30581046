package io.github.ticketsummarizer.llm.offline;

import java.util.List;

/**
 * How much the text speaks for something.
 *
 * @param terms what was found of it, the heaviest first
 */
public record Score(String id, double points, List<String> terms) {}
