package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code synthesized}: the ticket's header without its comments, and what it was about.
 *
 * @param evidence quotes, at most 16 KB of UTF-8 in all
 * @param timings the stages so far: fetch, synthesis
 * @param people names and e-mail addresses that the ticket gives away, so that traces can leave them out
 * @param condensedComments null where the model saw the whole thread
 */
public record SynthesizedTicket(
        int schemaVersion,
        TicketRequest request,
        TicketHeader ticket,
        Synthesis synthesis,
        List<Evidence> evidence,
        List<ModelCall> calls,
        List<StageTiming> timings,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<String> people,

        @Nullable CondensedComments condensedComments,
        @Nullable List<Warning> warnings)
        implements TicketRecord {
    public SynthesizedTicket {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(synthesis, "synthesis");
        evidence = List.copyOf(evidence);
        calls = List.copyOf(calls);
        timings = List.copyOf(timings);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
        people = people == null ? List.of() : List.copyOf(people);
    }

    /** The people; none where an older writer told of none. */
    @Override
    public List<String> people() {
        return Objects.requireNonNullElse(people, List.of());
    }

    /** What a person should look at; nothing where an older writer told of none. */
    @Override
    public List<Warning> warnings() {
        return Objects.requireNonNullElse(warnings, List.of());
    }

    /** A record of today's version, of a thread that was read whole and without a warning. */
    public SynthesizedTicket(
            TicketRequest request,
            TicketHeader ticket,
            Synthesis synthesis,
            List<Evidence> evidence,
            List<ModelCall> calls,
            List<StageTiming> timings) {
        this(SchemaVersion.CURRENT, request, ticket, synthesis, evidence, calls, timings, List.of(), null, List.of());
    }

    /** The same with the people that the ticket names. */
    public SynthesizedTicket withPeople(List<String> named) {
        return new SynthesizedTicket(
                schemaVersion,
                request,
                ticket,
                synthesis,
                evidence,
                calls,
                timings,
                named,
                condensedComments,
                warnings);
    }

    /** The same, telling what to know about the reading. */
    public SynthesizedTicket with(@Nullable CondensedComments condensed, List<Warning> found) {
        return new SynthesizedTicket(
                schemaVersion, request, ticket, synthesis, evidence, calls, timings, people, condensed, found);
    }
}
