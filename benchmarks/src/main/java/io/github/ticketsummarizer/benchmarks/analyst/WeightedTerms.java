package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.llm.offline.OfflineCategorization;
import io.github.ticketsummarizer.llm.offline.Score;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import java.util.List;

/** The product's own: weighted terms of the taxonomy. */
record WeightedTerms() implements Method {
    @Override
    public String name() {
        return "weighted terms";
    }

    @Override
    public Classifier fit(Taxonomy taxonomy, List<Example> training) {
        OfflineCategorization categorization = new OfflineCategorization(Tokenizer.stemming(), taxonomy);
        List<String> pods = taxonomy.names();
        return input -> {
            double[] scores = new double[pods.size()];
            for (Score score : categorization.scores(input)) {
                scores[pods.indexOf(score.id())] = score.points();
            }
            return scores;
        };
    }
}
