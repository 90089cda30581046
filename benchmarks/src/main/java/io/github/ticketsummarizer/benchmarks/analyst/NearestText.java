package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.llm.offline.WeightedText;
import java.util.List;

/** Sentence embeddings without training: each part of a ticket speaks for a POD by the nearest text of that POD. */
record NearestText(String name, TextVectors vectors, boolean withSignals) implements Method {
    @Override
    public Classifier fit(Taxonomy taxonomy, List<Example> training) {
        List<List<float[]>> pods = taxonomy.pods().stream()
                .map(pod -> (withSignals ? TaxonomyTexts.all(pod) : TaxonomyTexts.description(pod))
                        .map(vectors::of)
                        .toList())
                .toList();
        return input -> {
            double[] scores = new double[pods.size()];
            for (WeightedText part : WeightedText.of(input)) {
                float[] vector = vectors.of(part.text());
                for (int pod = 0; pod < scores.length; pod++) {
                    scores[pod] += part.weight()
                            * pods.get(pod).stream()
                                    .mapToDouble(text -> TextVectors.cosine(text, vector))
                                    .max()
                                    .orElse(0);
                }
            }
            return scores;
        };
    }
}
