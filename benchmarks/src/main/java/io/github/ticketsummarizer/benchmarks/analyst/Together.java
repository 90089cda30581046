package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.config.Taxonomy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several methods, each with the same say: their scores are brought to one scale and added. */
record Together(Method first, List<Method> others) implements Method {
    @Override
    public String name() {
        return "%s, with %s"
                .formatted(first.name(), others.stream().map(Method::name).collect(Collectors.joining(", with ")));
    }

    @Override
    public Classifier fit(Taxonomy taxonomy, List<Example> training) {
        List<Classifier> classifiers = Stream.concat(Stream.of(first), others.stream())
                .map(method -> method.fit(taxonomy, training))
                .toList();
        return input -> {
            double[] sum = new double[taxonomy.pods().size()];
            for (Classifier classifier : classifiers) {
                double[] scores = standardized(classifier.scores(input));
                Arrays.setAll(sum, pod -> sum[pod] + scores[pod]);
            }
            return sum;
        };
    }

    /** With mean 0 and standard deviation 1; all 0 where all are equal. */
    static double[] standardized(double[] scores) {
        double mean = Arrays.stream(scores).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElse(0));
        return Arrays.stream(scores)
                .map(score -> deviation == 0 ? 0 : (score - mean) / deviation)
                .toArray();
    }
}
