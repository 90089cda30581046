package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.thread.CondensedThread;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.telemetry.span.TicketPeople;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole ticket with every comment, for the synthesis.
 *
 * @param condensed notes that stand in place of some comments; null where all are read whole
 */
public record ThreadInput(Ticket ticket, @Nullable CondensedThread condensed) implements TaskInput {
    public ThreadInput {
        Objects.requireNonNull(ticket, "ticket");
    }

    /** A ticket of which every comment is read whole. */
    public ThreadInput(Ticket ticket) {
        this(ticket, null);
    }

    /** Who wrote comments, and the e-mail addresses in the ticket. */
    @Override
    public List<String> people() {
        return TicketPeople.of(ticket);
    }
}
