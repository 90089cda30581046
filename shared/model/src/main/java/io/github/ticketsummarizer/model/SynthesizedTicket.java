package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;

/**
 * A record of {@code synthesized}: the ticket's header without its comments, and what it was about.
 *
 * @param evidence quotes, at most 16 KB of UTF-8 in all
 * @param timings the stages so far: fetch, synthesis
 */
public record SynthesizedTicket(
        int schemaVersion,
        TicketRequest request,
        TicketHeader ticket,
        Synthesis synthesis,
        List<Evidence> evidence,
        List<ModelCall> calls,
        List<StageTiming> timings)
        implements TicketRecord {
    public SynthesizedTicket {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(synthesis, "synthesis");
        evidence = List.copyOf(evidence);
        calls = List.copyOf(calls);
        timings = List.copyOf(timings);
    }

    /** A record of today's version. */
    public SynthesizedTicket(
            TicketRequest request,
            TicketHeader ticket,
            Synthesis synthesis,
            List<Evidence> evidence,
            List<ModelCall> calls,
            List<StageTiming> timings) {
        this(SchemaVersion.CURRENT, request, ticket, synthesis, evidence, calls, timings);
    }
}
