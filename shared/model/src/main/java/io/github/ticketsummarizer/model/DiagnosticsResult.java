package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;

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
        StageTiming timing)
        implements TicketRecord {
    public DiagnosticsResult {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(diagnosticsAnalysis, "diagnostics_analysis");
        Objects.requireNonNull(timing, "timing");
        calls = List.copyOf(calls);
    }

    /** A record of today's version. */
    public DiagnosticsResult(
            TicketRequest request,
            DiagnosticsAnalysis diagnosticsAnalysis,
            int guideVersion,
            List<ModelCall> calls,
            StageTiming timing) {
        this(SchemaVersion.CURRENT, request, diagnosticsAnalysis, guideVersion, calls, timing);
    }
}
