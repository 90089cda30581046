package io.github.ticketsummarizer.benchmarks.analyst;

import java.util.ArrayList;
import java.util.List;

/** The methods that are compared; the product's stands first. */
final class Methods {
    private Methods() {}

    static List<Method> all(TextVectors vectors) {
        Method terms = new WeightedTerms();
        Method bm25 = new Bm25(false);
        Method nearest = new NearestText("embeddings, nearest description or signal", vectors, true);
        Features words = Features.words();
        Features meaning = Features.vectors(vectors);
        Method linearWords = new LinearModel("logistic regression over words and the taxonomy's texts", words, true);
        Method linearMeaning =
                new LinearModel("logistic regression over embeddings and the taxonomy's texts", meaning, true);
        List<Method> all = new ArrayList<>(List.of(
                terms,
                bm25,
                new Bm25(true),
                new LogOdds(),
                new LinearModel("logistic regression over words", words, false),
                linearWords,
                new NearestText("embeddings, nearest description", vectors, false),
                nearest,
                new LinearModel("logistic regression over embeddings", meaning, false),
                linearMeaning));
        for (List<Method> others : List.of(
                List.of(bm25),
                List.of(nearest),
                List.of(bm25, nearest),
                List.of(linearWords),
                List.of(linearMeaning),
                List.of(linearWords, linearMeaning))) {
            all.add(new Together(terms, others));
        }
        all.add(new LinearModel(
                "logistic regression over the scores of weighted terms, BM25 and embeddings",
                Features.scoresOf(List.of(terms, bm25, nearest)),
                false));
        return all;
    }
}
