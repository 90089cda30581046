package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a linear model sees of a ticket. */
@FunctionalInterface
interface Features {
    /** Gets ready to read tickets; the answer gives numbers by a key each. */
    Function<AnalysisInput, Map<Long, Double>> fit(Taxonomy taxonomy, List<Example> training);

    /** These and others. */
    default Features and(Features others) {
        return (taxonomy, training) -> {
            Function<AnalysisInput, Map<Long, Double>> own = fit(taxonomy, training);
            Function<AnalysisInput, Map<Long, Double>> further = others.fit(taxonomy, training);
            return input -> {
                Map<Long, Double> all = new HashMap<>(own.apply(input));
                all.putAll(further.apply(input));
                return all;
            };
        };
    }

    /** Words by TF-IDF, brought to length 1. */
    static Features words() {
        Words words = new Words(false);
        return (taxonomy, training) -> {
            Map<Long, Integer> holders = new HashMap<>();
            training.forEach(
                    example -> words.in(example.input()).forEach(word -> holders.merge(word, 1, Integer::sum)));
            return input -> {
                Map<Long, Double> weights = words.weights(input);
                weights.keySet().retainAll(holders.keySet());
                weights.replaceAll((word, weight) ->
                        weight * Math.log((1.0 + training.size()) / (1 + holders.getOrDefault(word, 0))));
                return toLengthOne(weights);
            };
        };
    }

    /** The scores that other methods give each POD. */
    static Features scoresOf(List<Method> methods) {
        return (taxonomy, training) -> {
            List<Classifier> classifiers = methods.stream()
                    .map(method -> method.fit(taxonomy, training))
                    .toList();
            return input -> {
                Map<Long, Double> scores = new HashMap<>();
                for (Classifier classifier : classifiers) {
                    for (double score : Together.standardized(classifier.scores(input))) {
                        scores.put(-1L - scores.size(), score);
                    }
                }
                return scores;
            };
        };
    }

    /** The direction of the ticket's mean vector. */
    static Features vectors(TextVectors vectors) {
        return (taxonomy, training) -> input -> {
            double[] mean = vectors.mean(input);
            Map<Long, Double> features = new HashMap<>();
            for (int i = 0; i < mean.length; i++) {
                features.put((long) i, mean[i]);
            }
            return toLengthOne(features);
        };
    }

    private static Map<Long, Double> toLengthOne(Map<Long, Double> features) {
        double length = Math.sqrt(
                features.values().stream().mapToDouble(value -> value * value).sum());
        if (length > 0) {
            features.replaceAll((key, value) -> value / length);
        }
        return features;
    }
}
