package io.github.ticketsummarizer.evaluation;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class was right, was answered, and was answered where it was right. The figures are those of
 * scikit-learn with {@code zero_division=0} over the classes that are seen at all; no answer is wrong and no class.
 *
 * @param tickets how many there are, those without an answer included
 */
record ClassCounts(int[] expected, int[] answered, int[] correct, int tickets) {
    /** Tickets where the class is right, or answered, or both. */
    int either(int index) {
        return expected[index] + answered[index] - correct[index];
    }

    private boolean isSeen(int index) {
        return either(index) > 0;
    }

    /** Correct among all tickets. */
    OptionalDouble accuracy() {
        return tickets == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum(correct) / tickets);
    }

    /** Correct among those answered so; 0 when there are none. */
    double precision(int index) {
        return ratio(correct[index], answered[index]);
    }

    /** Correct among those where it is right; 0 when there are none. */
    double recall(int index) {
        return ratio(correct[index], expected[index]);
    }

    /** The harmonic mean of precision and recall. */
    double f1(int index) {
        return ratio(2.0 * correct[index], expected[index] + answered[index]);
    }

    /** The F1 of every class that is seen, each counted alike. */
    OptionalDouble macroF1() {
        return seen().mapToDouble(this::f1).average();
    }

    /** The F1 of every class, counted by how often it is right. */
    OptionalDouble weightedF1() {
        return tickets == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        seen().mapToDouble(index -> f1(index) * expected[index]).sum() / tickets);
    }

    /**
     * Cohen's kappa: agreement beyond what chance would give (Cohen, 1960). Empty where chance alone agrees always, as
     * with one class.
     */
    OptionalDouble kappa() {
        double all = (double) tickets * tickets;
        double byChance = seen().mapToDouble(index -> (double) expected[index] * answered[index])
                .sum();
        return all == byChance
                ? OptionalDouble.empty()
                : OptionalDouble.of(((double) sum(correct) * tickets - byChance) / (all - byChance));
    }

    /** A figure of one class; empty when the class is not seen. */
    OptionalDouble ofClass(int index, IntToDoubleFunction figure) {
        return isSeen(index) ? OptionalDouble.of(figure.applyAsDouble(index)) : OptionalDouble.empty();
    }

    private IntStream seen() {
        return IntStream.range(0, expected.length).filter(this::isSeen);
    }

    private static double ratio(double part, int whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private static int sum(int[] counts) {
        return IntStream.of(counts).sum();
    }
}
