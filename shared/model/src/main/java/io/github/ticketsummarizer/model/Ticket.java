package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;

/** A ticket whole: its header and every comment, oldest first. */
public record Ticket(TicketHeader header, List<Comment> comments) {
    public Ticket {
        Objects.requireNonNull(header, "header");
        comments = List.copyOf(comments);
    }
}
