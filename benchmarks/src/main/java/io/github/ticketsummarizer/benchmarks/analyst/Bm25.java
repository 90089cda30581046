package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): each POD's text in the taxonomy is a
 * document, the ticket is the query.
 */
record Bm25(boolean pairs) implements Method {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    @Override
    public String name() {
        return pairs ? "BM25 over words and pairs of words" : "BM25 over words";
    }

    @Override
    public Classifier fit(Taxonomy taxonomy, List<Example> training) {
        Words words = new Words(pairs);
        List<Map<Long, Integer>> documents =
                taxonomy.pods().stream().map(pod -> document(pod, words)).toList();
        Map<Long, Double> rarity = rarity(documents);
        double[] lengths = documents.stream()
                .mapToDouble(
                        document -> document.values().stream().mapToInt(n -> n).sum())
                .toArray();
        double mean = Arrays.stream(lengths).average().orElse(1);
        return input -> {
            double[] scores = new double[documents.size()];
            words.weights(input).forEach((word, weight) -> {
                for (int pod = 0; pod < scores.length; pod++) {
                    int count = documents.get(pod).getOrDefault(word, 0);
                    double saturated = count * (K1 + 1) / (count + K1 * (1 - B + B * lengths[pod] / mean));
                    scores[pod] += weight * rarity.getOrDefault(word, 0.0) * saturated;
                }
            });
            return scores;
        };
    }

    private static Map<Long, Integer> document(Pod pod, Words words) {
        return words.counts(TaxonomyTexts.all(pod).collect(Collectors.joining("\n\n")));
    }

    private static Map<Long, Double> rarity(List<Map<Long, Integer>> documents) {
        Map<Long, Integer> holders = new HashMap<>();
        documents.forEach(document -> document.keySet().forEach(word -> holders.merge(word, 1, Integer::sum)));
        Map<Long, Double> rarity = new HashMap<>();
        holders.forEach((word, n) -> rarity.put(word, Math.log(1 + (documents.size() - n + 0.5) / (n + 0.5))));
        return rarity;
    }
}
