package io.github.ticketsummarizer.llm.text;

import java.util.ArrayList;
import java.util.BitSet;
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
    /** As many bits of a word's hash as tell nearly every word that begins no phrase. */
    private static final int BEGINNING_BITS = 0xFFFF;

    private final Node<V> root = new Node<>();
    private final BitSet beginnings = new BitSet(BEGINNING_BITS + 1);
    private int longest;

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
            beginnings.set(beginning(words, 0));
            longest = Math.max(longest, length);
        }
    }

    private static int beginning(Tokens tokens, int index) {
        return (int) tokens.hash(index) & BEGINNING_BITS;
    }

    /** Every phrase in the text, by where it begins; phrases may overlap. */
    public List<Match<V>> matches(Tokens tokens) {
        List<Match<V>> found = new ArrayList<>();
        for (int start = 0; start < tokens.size(); start++) {
            Node<V> node = beginnings.get(beginning(tokens, start)) ? root.next.get(tokens.hash(start)) : null;
            for (int end = start + 1; node != null; end++) {
                for (V value : node.values) {
                    found.add(new Match<>(value, start, end));
                }
                node = end < tokens.size() ? node.next.get(tokens.hash(end)) : null;
            }
        }
        return found;
    }

    /**
     * The longer phrases that one of the phrases found lies inside of; it looks no further than the longest phrase
     * reaches.
     *
     * @param matches as {@link #matches} gave them
     */
    public List<Match<V>> around(List<Match<V>> matches, int index) {
        Match<V> match = matches.get(index);
        List<Match<V>> around = new ArrayList<>();
        int first = index;
        while (first > 0 && matches.get(first - 1).start() > match.start() - longest) {
            first--;
        }
        for (int i = first; i < matches.size() && matches.get(i).start() <= match.start(); i++) {
            if (matches.get(i).contains(match)) {
                around.add(matches.get(i));
            }
        }
        return around;
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
