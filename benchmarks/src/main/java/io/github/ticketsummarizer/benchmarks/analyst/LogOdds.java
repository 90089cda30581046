package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Log-odds of words, learned: complement naive Bayes (Rennie and others, Tackling the Poor Assumptions of Naive Bayes Text
 * Classifiers, 2003), which stands unequal classes better than the plain form.
 */
record LogOdds() implements Method {
    private static final double SMOOTHING = 0.3;

    @Override
    public String name() {
        return "log-odds of words, learned (complement naive Bayes)";
    }

    @Override
    public Classifier fit(Taxonomy taxonomy, List<Example> training) {
        Words words = new Words(false);
        List<Map<Long, Double>> complements = new ArrayList<>();
        Map<Long, Double> all = new HashMap<>();
        training.forEach(example -> words.in(example.input()).forEach(word -> all.merge(word, 1.0, Double::sum)));
        for (String pod : taxonomy.names()) {
            complements.add(logOdds(pod, training, words, all));
        }
        return input -> scores(input, words, complements);
    }

    private static Map<Long, Double> logOdds(String pod, List<Example> training, Words words, Map<Long, Double> all) {
        Map<Long, Double> others = new HashMap<>();
        training.stream()
                .filter(example -> !example.pod().equals(pod))
                .forEach(example -> words.in(example.input()).forEach(word -> others.merge(word, 1.0, Double::sum)));
        double total = others.values().stream().mapToDouble(n -> n + SMOOTHING).sum()
                + SMOOTHING * (all.size() - others.size());
        Map<Long, Double> weights = new HashMap<>();
        all.keySet()
                .forEach(word -> weights.put(word, -Math.log((others.getOrDefault(word, 0.0) + SMOOTHING) / total)));
        double norm = weights.values().stream().mapToDouble(Math::abs).sum();
        weights.replaceAll((word, weight) -> weight / norm);
        return weights;
    }

    private static double[] scores(AnalysisInput input, Words words, List<Map<Long, Double>> weights) {
        double[] scores = new double[weights.size()];
        words.weights(input).forEach((word, weight) -> {
            for (int pod = 0; pod < scores.length; pod++) {
                scores[pod] += weight * weights.get(pod).getOrDefault(word, 0.0);
            }
        });
        return scores;
    }
}
