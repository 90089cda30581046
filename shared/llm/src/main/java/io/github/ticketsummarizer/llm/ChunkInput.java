package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.thread.Chunk;
import io.github.ticketsummarizer.model.Ticket;
import java.util.List;
import java.util.Objects;

/**
 * A part of a long thread, to take notes of.
 *
 * @param ticket whose thread it is
 * @param words that the notes may have
 */
public record ChunkInput(Ticket ticket, Chunk chunk, int words) implements TaskInput {
    public ChunkInput {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(chunk, "chunk");
    }

    /** Who wrote comments. */
    @Override
    public List<String> people() {
        return new ThreadInput(ticket).people();
    }
}
