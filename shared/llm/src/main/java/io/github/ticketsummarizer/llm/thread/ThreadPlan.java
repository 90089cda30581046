package io.github.ticketsummarizer.llm.thread;

import java.util.List;

/**
 * Which comments of a long thread are condensed; those before and after are read whole.
 *
 * @param first the number of the first comment that is condensed, from 1
 * @param last the number of the last one
 * @param chunks what each call takes notes of
 * @param noteTokens what the notes of one chunk may have, estimated
 */
public record ThreadPlan(int first, int last, List<Chunk> chunks, long noteTokens) {
    /** Beyond it models write past their limit of output tokens. */
    static final int MAX_WORDS = 1_500;
    /** Estimated tokens of a word of notes, its share of numbers and marks included. */
    private static final double TOKENS_A_WORD = 2.5;

    public ThreadPlan {
        chunks = List.copyOf(chunks);
    }

    /** The words that the notes of one chunk may have. */
    public int words() {
        return (int) Math.min(MAX_WORDS, noteTokens / TOKENS_A_WORD);
    }

    /** The thread with these notes in place of the comments that they are on. */
    public CondensedThread with(List<Note> notes) {
        return new CondensedThread(first, last, chunks.size(), notes);
    }
}
