package io.github.ticketsummarizer.llm.text;

import java.util.Arrays;
import java.util.List;

/**
 * The folded words of a text. A word is kept as a 64-bit hash, so that reading a long thread makes no strings; two
 * different words of one text share a hash so rarely (once in about 10^12 texts) that a baseline may ignore it.
 */
public final class Tokens {
    /** Stands for the end of a sentence, so that no phrase is found across one unless it contains one itself. */
    static final long SENTENCE_END = 0;

    private long[] hashes = new long[32];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int size;

    Tokens() {}

    void add(long hash, int start, int end) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        hashes[size] = hash;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    /** How many there are, ends of sentences included. */
    public int size() {
        return size;
    }

    /** The word at an index, as a hash. */
    public long hash(int index) {
        return hashes[index];
    }

    /** Whether the token is the end of a sentence and not a word. */
    public boolean isSentenceEnd(int index) {
        return hashes[index] == SENTENCE_END;
    }

    /** The words as hashes, in order: two texts that read alike have equal lists. */
    public List<Long> words() {
        return Arrays.stream(hashes, 0, size).boxed().toList();
    }

    /** Where in the text a word begins. */
    public int start(int index) {
        return starts[index];
    }

    /** Where in the text a word ends, exclusive. */
    public int end(int index) {
        return ends[index];
    }
}
