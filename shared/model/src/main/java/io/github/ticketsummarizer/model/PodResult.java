package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        StageTiming timing,
        @Nullable List<Warning> warnings)
        implements TicketRecord {
    public PodResult {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(categorization, "categorization");
        Objects.requireNonNull(timing, "timing");
        calls = List.copyOf(calls);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /** What a person should look at; nothing where an older writer told of none. */
    @Override
    public List<Warning> warnings() {
        return Objects.requireNonNullElse(warnings, List.of());
    }

    @Override
    public List<StageTiming> timings() {
        return List.of(timing);
    }

    /** A record of today's version, without a warning. */
    public PodResult(
            TicketRequest request,
            Categorization categorization,
            int taxonomyVersion,
            List<ModelCall> calls,
            StageTiming timing) {
        this(SchemaVersion.CURRENT, request, categorization, taxonomyVersion, calls, timing, List.of());
    }

    /** The same with warnings. */
    public PodResult with(List<Warning> found) {
        return new PodResult(schemaVersion, request, categorization, taxonomyVersion, calls, timing, found);
    }
}
