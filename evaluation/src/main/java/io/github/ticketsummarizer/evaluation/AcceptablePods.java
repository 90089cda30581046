package io.github.ticketsummarizer.evaluation;

/**
 * How often the POD was the primary one or another that would not be wrong.
 *
 * @param confidentPrecision the same among the answers that called themselves confident
 */
public record AcceptablePods(Figure accuracy, Figure confidentPrecision) {}
