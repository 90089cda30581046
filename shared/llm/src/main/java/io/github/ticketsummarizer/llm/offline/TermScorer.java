package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.config.Signal;
import io.github.ticketsummarizer.llm.text.PhraseMatcher;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Match;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Phrase;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.llm.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scores texts by weighted terms. A term counts once, by the weightiest section it stands in, plus a little for each
 * further section. A term inside a longer one found at the same place does not count for another owner ({@code hub} in
 * {@code integration hub}), nor does one that its sentence denies ("not a question of latching").
 */
final class TermScorer {
    /** What each further section adds, as a share of the heaviest one's weight. */
    private static final double REPETITION = 0.15;

    private static final int MOST_REPETITIONS = 3;

    private final List<String> ids;
    private final PhraseMatcher<Term> matcher;
    private final Negation negation;

    /** @param signals by id of what they speak for; ties in the scores keep this order */
    TermScorer(Tokenizer tokenizer, Map<String, List<Signal>> signals) {
        this.ids = List.copyOf(signals.keySet());
        List<Phrase<Term>> phrases = new ArrayList<>();
        signals.forEach((id, own) -> distinct(tokenizer, own)
                .forEach(signal -> phrases.add(new Phrase<>(signal.term(), new Term(id, signal)))));
        this.matcher = new PhraseMatcher<>(tokenizer, phrases);
        this.negation = new Negation(tokenizer);
    }

    /** What the sections speak for, best first; what nothing speaks for is not there. */
    List<Score> score(List<Section> sections) {
        Map<Term, Hits> hits = new HashMap<>();
        for (Section section : sections) {
            found(section.tokens())
                    .forEach(term -> hits.computeIfAbsent(term, t -> new Hits()).add(section.weight()));
        }
        Map<String, List<Map.Entry<Term, Hits>>> byId = hits.entrySet().stream()
                .collect(Collectors.groupingBy(entry -> entry.getKey().id()));
        return byId.entrySet().stream()
                .map(entry -> score(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Score score) -> -score.points())
                        .thenComparingInt(score -> ids.indexOf(score.id())))
                .toList();
    }

    /** Of terms that read alike, such as {@code auto-testing} and {@code auto testing}, the heaviest. */
    private static Collection<Signal> distinct(Tokenizer tokenizer, List<Signal> signals) {
        Map<List<Long>, Signal> byWords = new LinkedHashMap<>();
        for (Signal signal : signals) {
            byWords.merge(
                    tokenizer.tokenize(signal.term()).words(),
                    signal,
                    (one, other) -> one.weight() >= other.weight() ? one : other);
        }
        return byWords.values();
    }

    private static Score score(String id, List<Map.Entry<Term, Hits>> found) {
        Comparator<Map.Entry<Term, Hits>> heaviestFirst = Comparator.comparingDouble(entry -> -points(entry));
        List<Map.Entry<Term, Hits>> sorted = found.stream()
                .sorted(heaviestFirst.thenComparing(
                        entry -> entry.getKey().signal().term()))
                .toList();
        return new Score(
                id,
                sorted.stream().mapToDouble(TermScorer::points).sum(),
                sorted.stream().map(entry -> entry.getKey().signal().term()).toList());
    }

    private static double points(Map.Entry<Term, Hits> entry) {
        return entry.getKey().signal().weight() * entry.getValue().factor();
    }

    private Set<Term> found(Tokens tokens) {
        List<Match<Term>> matches = matcher.matches(tokens);
        Set<Term> found = new HashSet<>();
        for (int i = 0; i < matches.size(); i++) {
            Match<Term> match = matches.get(i);
            if (!negation.denies(tokens, match.start(), match.end()) && !isPartOfAnothers(matches, i)) {
                found.add(match.value());
            }
        }
        return found;
    }

    private boolean isPartOfAnothers(List<Match<Term>> matches, int index) {
        String own = matches.get(index).value().id();
        return matcher.around(matches, index).stream()
                .anyMatch(other -> !other.value().id().equals(own));
    }

    private record Term(String id, Signal signal) {}

    private static final class Hits {
        private double heaviest;
        private int sections;

        private void add(double weight) {
            heaviest = Math.max(heaviest, weight);
            sections++;
        }

        private double factor() {
            return heaviest * (1 + REPETITION * Math.min(sections - 1, MOST_REPETITIONS));
        }
    }
}
