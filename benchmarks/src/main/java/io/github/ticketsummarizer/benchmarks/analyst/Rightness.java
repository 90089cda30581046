package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.evaluation.Bootstrap;
import io.github.ticketsummarizer.evaluation.Figure;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often a method is right.
 *
 * @param byExample the share of the repetitions in which each example was answered right, in their order
 */
record Rightness(double[] byExample) {
    /**
     * @param scores by repetition those of each example
     * @param pods the taxonomy's, in its order
     */
    static Rightness of(List<List<double[]>> scores, List<Example> examples, List<String> pods) {
        return new Rightness(IntStream.range(0, examples.size())
                .mapToDouble(i -> scores.stream()
                        .map(repetition -> pods.get(Classifier.best(repetition.get(i))))
                        .mapToInt(pod -> pod.equals(examples.get(i).pod()) ? 1 : 0)
                        .average()
                        .orElseThrow())
                .toArray());
    }

    /** Right answers in percent, with the 95 % interval. */
    String asText() {
        return text(byExample, "%.1f %% (%.1f to %.1f)");
    }

    /** How many points more than another on the same examples, with the 95 % interval of the difference. */
    String against(Rightness other) {
        double[] differences = IntStream.range(0, byExample.length)
                .mapToDouble(i -> byExample[i] - other.byExample[i])
                .toArray();
        return text(differences, "%+.1f (%+.1f to %+.1f)");
    }

    private static String text(double[] values, String format) {
        Figure mean = Bootstrap.STANDARD.mean(values);
        return String.format(Locale.ROOT, format, percent(mean.value()), percent(mean.low()), percent(mean.high()));
    }

    private static double percent(@Nullable Double share) {
        return share == null ? Double.NaN : 100 * share;
    }
}
