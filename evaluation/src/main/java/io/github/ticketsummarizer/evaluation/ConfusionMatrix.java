package io.github.ticketsummarizer.evaluation;

import java.util.List;

/**
 * What was answered where what was right.
 *
 * @param classes of the rows and of the columns
 * @param counts tickets by row, the right class, and column, the answered one
 * @param withoutAnswer tickets without an answer, by the right class
 */
public record ConfusionMatrix(List<String> classes, List<List<Integer>> counts, List<Integer> withoutAnswer) {
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = List.copyOf(counts);
        withoutAnswer = List.copyOf(withoutAnswer);
    }
}
