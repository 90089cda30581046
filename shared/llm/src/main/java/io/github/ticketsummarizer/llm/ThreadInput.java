package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.telemetry.span.TicketPeople;
import java.util.List;
import java.util.Objects;

/** The whole ticket with every comment, for the synthesis. */
public record ThreadInput(Ticket ticket) implements TaskInput {
    public ThreadInput {
        Objects.requireNonNull(ticket, "ticket");
    }

    /** Who wrote comments, and the e-mail addresses in the ticket. */
    @Override
    public List<String> people() {
        return TicketPeople.of(ticket);
    }
}
