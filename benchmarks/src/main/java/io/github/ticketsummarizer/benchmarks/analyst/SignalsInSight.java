package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Signal;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.llm.offline.WeightedText;
import io.github.ticketsummarizer.llm.text.PhraseMatcher;
import io.github.ticketsummarizer.llm.text.PhraseMatcher.Phrase;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes from a taxonomy what its authors may have learned from the very tickets that are judged: a signal that, of all
 * tickets of its POD, only judged ones contain. Authors who know their product would have written some of these anyway,
 * so the taxonomy comes out poorer than an honest one.
 */
final class SignalsInSight {
    private final Tokenizer tokenizer = Tokenizer.stemming();

    /** The taxonomy without those signals. */
    Taxonomy without(Taxonomy taxonomy, List<Example> judged, List<Example> training) {
        return new Taxonomy(
                taxonomy.version(),
                taxonomy.pods().stream()
                        .map(pod -> without(pod, of(pod, judged), of(pod, training)))
                        .toList());
    }

    private Pod without(Pod pod, List<Example> judged, List<Example> training) {
        PhraseMatcher<Signal> matcher = new PhraseMatcher<>(
                tokenizer,
                pod.signals().stream()
                        .map(signal -> new Phrase<>(signal.term(), signal))
                        .toList());
        Set<Signal> suspect = found(matcher, judged);
        suspect.removeAll(found(matcher, training));
        return new Pod(
                pod.name(),
                pod.title(),
                pod.owns(),
                pod.isNot(),
                pod.confusableWith(),
                pod.signals().stream()
                        .filter(signal -> !suspect.contains(signal))
                        .toList());
    }

    private Set<Signal> found(PhraseMatcher<Signal> matcher, List<Example> examples) {
        return examples.stream()
                .flatMap(example -> WeightedText.of(example.input()).stream())
                .flatMap(text -> matcher.matches(tokenizer.tokenize(text.text())).stream())
                .map(PhraseMatcher.Match::value)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Example> of(Pod pod, List<Example> examples) {
        return examples.stream()
                .filter(example -> example.pod().equals(pod.name()))
                .toList();
    }
}
