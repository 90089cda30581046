package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.Ticket;
import java.util.Objects;

/** The whole ticket with every comment, for the synthesis. */
public record ThreadInput(Ticket ticket) implements TaskInput {
    public ThreadInput {
        Objects.requireNonNull(ticket, "ticket");
    }
}
