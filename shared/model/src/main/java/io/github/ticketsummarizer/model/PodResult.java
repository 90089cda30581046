package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;

/**
 * A record of {@code pod-results}.
 *
 * @param taxonomyVersion the version of the taxonomy that was decided by
 */
public record PodResult(
        int schemaVersion,
        TicketRequest request,
        Categorization categorization,
        int taxonomyVersion,
        List<ModelCall> calls,
        StageTiming timing)
        implements TicketRecord {
    public PodResult {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(categorization, "categorization");
        Objects.requireNonNull(timing, "timing");
        calls = List.copyOf(calls);
    }

    /** A record of today's version. */
    public PodResult(
            TicketRequest request,
            Categorization categorization,
            int taxonomyVersion,
            List<ModelCall> calls,
            StageTiming timing) {
        this(SchemaVersion.CURRENT, request, categorization, taxonomyVersion, calls, timing);
    }
}
