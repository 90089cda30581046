package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.List;
import java.util.Objects;

/**
 * What is left of a ticket after the synthesis, for the two analyses.
 *
 * @param evidence the quotes that travel with the synthesis
 * @param people whom the ticket's own fields name; those who wrote comments are known although the comments are not
 */
public record AnalysisInput(TicketHeader ticket, Synthesis synthesis, List<Evidence> evidence, List<String> people)
        implements TaskInput {
    public AnalysisInput {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(synthesis, "synthesis");
        evidence = List.copyOf(evidence);
        people = List.copyOf(people);
    }

    /** Of a ticket that names nobody. */
    public AnalysisInput(TicketHeader ticket, Synthesis synthesis, List<Evidence> evidence) {
        this(ticket, synthesis, evidence, List.of());
    }

    /** What the analyses read of a record of {@code synthesized}. */
    public static AnalysisInput of(SynthesizedTicket ticket) {
        return new AnalysisInput(ticket.ticket(), ticket.synthesis(), ticket.evidence(), ticket.people());
    }
}
