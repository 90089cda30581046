package io.github.ticketsummarizer.model;

/** A record about one accepted ticket: the request travels whole on each of them. */
public interface TicketRecord {
    /** What was asked about the ticket. */
    TicketRequest request();
}
