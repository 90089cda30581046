package io.github.ticketsummarizer.llm.text;

/**
 * The last letters of the word that is being read, and what hash the word had after each: enough to take an English
 * ending off, however long the word is. It strips only, so {@code queries} and {@code query} both become {@code quer};
 * stems are compared and never shown.
 */
final class WordEnd {
    /** A power of two that is larger than the longest ending and one letter before it. */
    private static final int KEPT = 8;
    /** Shorter stems would make unrelated words alike. */
    private static final int SHORTEST_STEM = 4;

    private final int[] letters = new int[KEPT];
    private final long[] hashes = new long[KEPT];
    private int length;

    void add(int letter, long hash) {
        letters[length & KEPT - 1] = letter;
        hashes[length & KEPT - 1] = hash;
        length++;
    }

    void clear() {
        length = 0;
    }

    /** The hash of the word without its ending; the word must not be empty. */
    long stem() {
        int stem = withoutPlural(length);
        stem = without(stem, "ing");
        stem = without(stem, "ed");
        stem = without(stem, "e");
        stem = without(stem, "y");
        return hashes[stem - 1 & KEPT - 1];
    }

    private int withoutPlural(int end) {
        if (endsWith(end, "ies")) {
            return without(end, "ies");
        }
        boolean plural = endsWith(end, "s") && !endsWith(end, "ss") && !endsWith(end, "us") && !endsWith(end, "is");
        return plural ? without(end, "s") : end;
    }

    private int without(int end, String ending) {
        boolean strips = end - ending.length() >= SHORTEST_STEM && endsWith(end, ending);
        return strips ? end - ending.length() : end;
    }

    private boolean endsWith(int end, String ending) {
        if (end < ending.length()) {
            return false;
        }
        for (int i = 0; i < ending.length(); i++) {
            if (letters[end - ending.length() + i & KEPT - 1] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
