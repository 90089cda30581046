package io.github.ticketsummarizer.llm.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many phrases in one pass. Built once, then thread-safe; a pass costs the text's length times, at worst, the
 * words of the longest phrase.
 *
 * @param <V> what a phrase stands for
 */
public final class PhraseMatcher<V> {
    private final Node<V> root = new Node<>();

    /** @param tokenizer the one that the texts are read with */
    public PhraseMatcher(Tokenizer tokenizer, List<Phrase<V>> phrases) {
        for (Phrase<V> phrase : phrases) {
            add(tokenizer.tokenize(phrase.text()), phrase.value());
        }
    }

    private void add(Tokens words, V value) {
        int length = words.size();
        while (length > 0 && words.isSentenceEnd(length - 1)) {
            length--;
        }
        Node<V> node = root;
        for (int i = 0; i < length; i++) {
            node = node.next.computeIfAbsent(words.hash(i), hash -> new Node<>());
        }
        if (node != root) {
            node.values.add(value);
        }
    }

    /** Every phrase in the text, by where it begins; phrases may overlap. */
    public List<Match<V>> matches(Tokens tokens) {
        List<Match<V>> found = new ArrayList<>();
        for (int start = 0; start < tokens.size(); start++) {
            Node<V> node = root.next.get(tokens.hash(start));
            for (int end = start + 1; node != null; end++) {
                for (V value : node.values) {
                    found.add(new Match<>(value, start, end));
                }
                node = end < tokens.size() ? node.next.get(tokens.hash(end)) : null;
            }
        }
        return found;
    }

    /** A phrase to look for, and what it stands for; one phrase may stand for several things. */
    public record Phrase<V>(String text, V value) {}

    /**
     * A phrase found.
     *
     * @param start index of its first word
     * @param end index after its last word
     */
    public record Match<V>(V value, int start, int end) {
        /** Whether the other phrase lies inside this longer one. */
        public boolean contains(Match<?> other) {
            return start <= other.start() && other.end() <= end && end - start > other.end() - other.start();
        }
    }

    private static final class Node<V> {
        private final Map<Long, Node<V>> next = new HashMap<>();
        private final List<V> values = new ArrayList<>();
    }
}
