package io.github.ticketsummarizer.llm.thread;

import java.util.List;

/**
 * Comments that one call takes notes of, in the order of the thread. Never empty.
 *
 * @param pieces whole comments, and parts of comments that are too long for one call
 */
public record Chunk(List<Piece> pieces) {
    public Chunk {
        pieces = List.copyOf(pieces);
    }

    /** The number of its first comment. */
    public int first() {
        return pieces.getFirst().commentNumber();
    }

    /** The number of its last comment. */
    public int last() {
        return pieces.getLast().commentNumber();
    }

    /**
     * A comment, or a part of it.
     *
     * @param commentNumber in the whole thread, from 1
     * @param from where it begins in the comment's body
     * @param to where it ends, exclusive
     */
    public record Piece(int commentNumber, int from, int to) {}
}
