package io.github.ticketsummarizer.llm.thread;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model noted of a comment.
 *
 * @param quote words that stand in the comment; null where none were given, or none that do
 */
public record Note(int commentNumber, String text, @Nullable String quote) {
    public Note {
        Objects.requireNonNull(text, "text");
    }
}
