package io.github.ticketsummarizer.benchmarks.analyst;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * When an answer by weighted terms is called confident.
 *
 * @param points that the best POD needs
 * @param share of them that the second one may have
 */
record Threshold(double points, double share) {
    static final List<Threshold> GRID = DoubleStream.of(12, 16, 20, 24, 28, 32)
            .boxed()
            .flatMap(points -> DoubleStream.of(0.3, 0.4, 0.5, 0.6).mapToObj(share -> new Threshold(points, share)))
            .toList();

    private boolean accepts(double[] scores) {
        double[] sorted = Arrays.stream(scores).sorted().toArray();
        double best = sorted[sorted.length - 1];
        return best >= points && sorted[sorted.length - 2] <= share * best;
    }

    /** The share called confident, and the share of these that is right, over all repetitions; as cells of a table. */
    String figures(List<List<double[]>> scores, List<Example> examples, List<String> pods) {
        int confident = 0;
        int right = 0;
        for (List<double[]> repetition : scores) {
            for (int i = 0; i < examples.size(); i++) {
                if (accepts(repetition.get(i))) {
                    confident++;
                    right += pods.get(Classifier.best(repetition.get(i)))
                                    .equals(examples.get(i).pod())
                            ? 1
                            : 0;
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "%.1f %% | %.1f %%",
                100.0 * confident / (examples.size() * scores.size()),
                100.0 * right / Math.max(1, confident));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f | %.1f", points, share);
    }
}
