package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.offline.WeightedText;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.llm.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words of texts as hashes, without English endings, and where asked for each two neighbours as one more word. */
final class Words {
    /** What each further part of a ticket adds to a word, as in the product. */
    private static final double REPETITION = 0.15;

    private static final int MOST_REPETITIONS = 3;
    private static final long PAIR = 0x9E3779B97F4A7C15L;

    private final Tokenizer tokenizer = Tokenizer.stemming();
    private final boolean pairs;

    Words(boolean pairs) {
        this.pairs = pairs;
    }

    /** How much each word of a ticket counts: by the weightiest part it stands in, a little more for each further one. */
    Map<Long, Double> weights(AnalysisInput input) {
        Map<Long, Double> heaviest = new HashMap<>();
        Map<Long, Integer> parts = new HashMap<>();
        for (WeightedText text : WeightedText.of(input)) {
            for (long word : new HashSet<>(counts(text.text()).keySet())) {
                heaviest.merge(word, text.weight(), Math::max);
                parts.merge(word, 1, Integer::sum);
            }
        }
        heaviest.replaceAll((word, weight) ->
                weight * (1 + REPETITION * Math.min(parts.getOrDefault(word, 1) - 1, MOST_REPETITIONS)));
        return heaviest;
    }

    /** How often each word stands in a text. */
    Map<Long, Integer> counts(String text) {
        Map<Long, Integer> counts = new HashMap<>();
        Tokens tokens = tokenizer.tokenize(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.isSentenceEnd(i)) {
                counts.merge(tokens.hash(i), 1, Integer::sum);
                if (pairs && i > 0 && !tokens.isSentenceEnd(i - 1)) {
                    counts.merge(tokens.hash(i - 1) * PAIR + tokens.hash(i), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** The words that stand in a ticket. */
    Set<Long> in(AnalysisInput input) {
        return weights(input).keySet();
    }
}
