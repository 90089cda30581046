package io.github.ticketsummarizer.llm.thread;

import java.util.List;

/**
 * Notes that stand in place of the comments from {@code first} to {@code last}, both included.
 *
 * @param chunks in how many parts they were read
 * @param notes in the order of the thread
 */
public record CondensedThread(int first, int last, int chunks, List<Note> notes) {
    public CondensedThread {
        notes = List.copyOf(notes);
    }

    /** Whether the notes stand in place of a comment. */
    public boolean covers(int commentNumber) {
        return commentNumber >= first && commentNumber <= last;
    }
}
