package io.github.ticketsummarizer.llm.thread;

import io.github.ticketsummarizer.llm.text.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps notes as short as they were asked for; models do not count words. */
final class NoteLimit {
    /** The number of the comment and the marks around a note. */
    private static final long FRAME_TOKENS = 15;

    private NoteLimit() {}

    /** As many of the notes of a chunk as fit, first without their quotes; what was left out is said. */
    static List<Note> select(List<Note> notes, long tokens) {
        List<Note> kept = new ArrayList<>();
        long left = tokens - FRAME_TOKENS;
        for (Note note : notes) {
            Note fitting = fitting(note, left);
            if (fitting == null) {
                kept.add(new Note(
                        note.commentNumber(),
                        "(%d more notes did not fit)".formatted(notes.size() - kept.size()),
                        null));
                return kept;
            }
            kept.add(fitting);
            left -= tokens(fitting);
        }
        return kept;
    }

    private static @Nullable Note fitting(Note note, long left) {
        if (tokens(note) <= left) {
            return note;
        }
        Note withoutQuote = new Note(note.commentNumber(), note.text(), null);
        return tokens(withoutQuote) <= left ? withoutQuote : null;
    }

    private static long tokens(Note note) {
        String quote = note.quote();
        return FRAME_TOKENS + TokenEstimate.of(note.text()) + (quote == null ? 0 : TokenEstimate.of(quote));
    }
}
