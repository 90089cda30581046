package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Ticket;
import java.util.List;
import java.util.Objects;

/** The whole ticket with every comment, for the synthesis. */
public record ThreadInput(Ticket ticket) implements TaskInput {
    public ThreadInput {
        Objects.requireNonNull(ticket, "ticket");
    }

    /** Who wrote comments. */
    @Override
    public List<String> people() {
        return ticket.comments().stream()
                .map(Comment::authorName)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
