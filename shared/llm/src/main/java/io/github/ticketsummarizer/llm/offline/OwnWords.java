package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Adds to the signals of each POD the words of its own description that no other POD's has, as the faintest of hints: a
 * POD is found by what it owns even where nobody thought of a signal.
 */
final class OwnWords {
    /** Shorter words are mostly grammar. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");

    private static final int FAINTEST = 1;

    private OwnWords() {}

    /** The signals of each POD by its name, in the order of the taxonomy. */
    static Map<String, List<Signal>> with(List<Pod> pods) {
        Map<String, Long> owners = new HashMap<>();
        pods.forEach(pod -> words(pod).forEach(word -> owners.merge(word, 1L, Long::sum)));
        Map<String, List<Signal>> signals = new LinkedHashMap<>();
        for (Pod pod : pods) {
            List<Signal> all = new ArrayList<>(pod.signals());
            words(pod).stream()
                    .filter(word -> owners.getOrDefault(word, 0L) == 1)
                    .sorted()
                    .forEach(word -> all.add(new Signal(word, FAINTEST)));
            signals.put(pod.name(), all);
        }
        return signals;
    }

    private static Set<String> words(Pod pod) {
        return WORD.matcher(pod.title() + " " + pod.owns())
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
