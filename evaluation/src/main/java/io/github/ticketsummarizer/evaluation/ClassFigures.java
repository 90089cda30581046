package io.github.ticketsummarizer.evaluation;

/**
 * How well one class is told from the others.
 *
 * @param support tickets where it is right
 * @param answered tickets where it was answered
 * @param precision right among those answered so; 0 when there are none, as for the other two
 * @param recall right among the support
 * @param f1 their harmonic mean
 */
public record ClassFigures(String name, int support, int answered, Figure precision, Figure recall, Figure f1) {}
