package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code diag-results}.
 *
 * @param guideVersion the version of the diagnostics guide that was decided by
 */
public record DiagnosticsResult(
        int schemaVersion,
        TicketRequest request,
        DiagnosticsAnalysis diagnosticsAnalysis,
        int guideVersion,
        List<ModelCall> calls,
        StageTiming timing,
        @Nullable List<Warning> warnings)
        implements TicketRecord {
    public DiagnosticsResult {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(diagnosticsAnalysis, "diagnostics_analysis");
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
    public DiagnosticsResult(
            TicketRequest request,
            DiagnosticsAnalysis diagnosticsAnalysis,
            int guideVersion,
            List<ModelCall> calls,
            StageTiming timing) {
        this(SchemaVersion.CURRENT, request, diagnosticsAnalysis, guideVersion, calls, timing, List.of());
    }

    /** The same with warnings. */
    public DiagnosticsResult with(List<Warning> found) {
        return new DiagnosticsResult(schemaVersion, request, diagnosticsAnalysis, guideVersion, calls, timing, found);
    }
}
