package io.github.ticketsummarizer.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code merged}: all that was found out about one ticket. Every accepted request has exactly one.
 *
 * @param ticket null when the ticket could not be fetched
 * @param taxonomyVersion null when no categorization was made; likewise {@code guideVersion} for Diagnostics
 * @param calls every call to a model, with its usage and cost
 * @param timings every stage that ended, in the order of the pipeline
 * @param traceId the ticket's trace, 32 hexadecimal digits; null when the records carried none
 */
public record TicketReport(
        int schemaVersion,
        TicketRequest request,
        ReportStatus reportStatus,
        @Nullable TicketHeader ticket,
        @Nullable Synthesis synthesis,
        @Nullable Categorization categorization,
        @Nullable DiagnosticsAnalysis diagnosticsAnalysis,
        @Nullable Integer taxonomyVersion,
        @Nullable Integer guideVersion,
        List<ReportError> errors,
        List<ModelCall> calls,
        List<StageTiming> timings,
        @Nullable String traceId,
        Instant completedAt)
        implements TicketRecord {
    public TicketReport {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(reportStatus, "report_status");
        Objects.requireNonNull(completedAt, "completed_at");
        errors = List.copyOf(errors);
        calls = List.copyOf(calls);
        timings = List.copyOf(timings);
    }

    /** A record of today's version. */
    public TicketReport(
            TicketRequest request,
            ReportStatus reportStatus,
            @Nullable TicketHeader ticket,
            @Nullable Synthesis synthesis,
            @Nullable Categorization categorization,
            @Nullable DiagnosticsAnalysis diagnosticsAnalysis,
            @Nullable Integer taxonomyVersion,
            @Nullable Integer guideVersion,
            List<ReportError> errors,
            List<ModelCall> calls,
            List<StageTiming> timings,
            @Nullable String traceId,
            Instant completedAt) {
        this(
                SchemaVersion.CURRENT,
                request,
                reportStatus,
                ticket,
                synthesis,
                categorization,
                diagnosticsAnalysis,
                taxonomyVersion,
                guideVersion,
                errors,
                calls,
                timings,
                traceId,
                completedAt);
    }

    /** The error of the given stage; null when that stage did not fail. */
    public @Nullable ReportError errorOf(Stage stage) {
        return errors.stream()
                .filter(error -> error.stage() == stage)
                .findFirst()
                .orElse(null);
    }
}
