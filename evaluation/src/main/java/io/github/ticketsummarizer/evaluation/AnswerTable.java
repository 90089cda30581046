package io.github.ticketsummarizer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Right and given answers of one question as numbers: indices of the sorted classes, or no answer. */
final class AnswerTable {
    private static final int NO_ANSWER = -1;

    private final List<String> classes;
    private final int[] expected;
    private final int[] answered;

    /**
     * @param expected the right answer of each ticket
     * @param answered the given one of each; null where there is none
     */
    AnswerTable(List<String> expected, List<@Nullable String> answered) {
        TreeSet<String> seen = new TreeSet<>(expected);
        answered.stream().filter(Objects::nonNull).forEach(seen::add);
        this.classes = List.copyOf(seen);
        this.expected = indices(expected);
        this.answered = indices(answered);
    }

    private int[] indices(List<? extends @Nullable String> answers) {
        return answers.stream()
                .mapToInt(answer -> answer == null ? NO_ANSWER : Collections.binarySearch(classes, answer))
                .toArray();
    }

    /** Every class that is right or answered anywhere, sorted. */
    List<String> classes() {
        return classes;
    }

    int tickets() {
        return expected.length;
    }

    /** Counts over some tickets, repeated ones as often as they stand there. */
    ClassCounts count(int[] tickets) {
        ClassCounts counts = new ClassCounts(
                new int[classes.size()], new int[classes.size()], new int[classes.size()], tickets.length);
        for (int ticket : tickets) {
            counts.expected()[expected[ticket]]++;
            if (answered[ticket] != NO_ANSWER) {
                counts.answered()[answered[ticket]]++;
            }
            if (answered[ticket] == expected[ticket]) {
                counts.correct()[expected[ticket]]++;
            }
        }
        return counts;
    }

    ConfusionMatrix confusion() {
        int[][] counts = new int[classes.size()][classes.size()];
        int[] withoutAnswer = new int[classes.size()];
        for (int ticket = 0; ticket < expected.length; ticket++) {
            if (answered[ticket] == NO_ANSWER) {
                withoutAnswer[expected[ticket]]++;
            } else {
                counts[expected[ticket]][answered[ticket]]++;
            }
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            rows.add(listOf(row));
        }
        return new ConfusionMatrix(classes, rows, listOf(withoutAnswer));
    }

    private static List<Integer> listOf(int[] counts) {
        return IntStream.of(counts).boxed().toList();
    }
}
