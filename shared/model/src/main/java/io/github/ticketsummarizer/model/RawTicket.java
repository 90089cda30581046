package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;

/** A record of {@code raw-tickets}: the ticket as it was fetched. */
public record RawTicket(int schemaVersion, TicketRequest request, Ticket ticket, StageTiming timing)
        implements TicketRecord {
    public RawTicket {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(timing, "timing");
    }

    @Override
    public List<StageTiming> timings() {
        return List.of(timing);
    }

    /** A record of today's version. */
    public RawTicket(TicketRequest request, Ticket ticket, StageTiming timing) {
        this(SchemaVersion.CURRENT, request, ticket, timing);
    }
}
