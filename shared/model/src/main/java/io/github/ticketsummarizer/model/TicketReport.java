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
 * @param condensedComments null where the model saw the whole thread
 * @param warnings what a person should look at before relying on the report
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
        Instant completedAt,
        @Nullable CondensedComments condensedComments,
        @Nullable List<Warning> warnings)
        implements TicketRecord {
    public TicketReport {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(reportStatus, "report_status");
        Objects.requireNonNull(completedAt, "completed_at");
        errors = List.copyOf(errors);
        calls = List.copyOf(calls);
        timings = List.copyOf(timings);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /** What a person should look at; nothing where an older writer told of none. */
    @Override
    public List<Warning> warnings() {
        return Objects.requireNonNullElse(warnings, List.of());
    }

    /** A record of today's version, of a thread that was read whole and without a warning. */
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
                completedAt,
                null,
                List.of());
    }

    /** The same, telling what to know about the reading. */
    public TicketReport with(@Nullable CondensedComments condensed, List<Warning> found) {
        return new TicketReport(
                schemaVersion,
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
                completedAt,
                condensed,
                found);
    }

    /** The error of the given stage; null when that stage did not fail. */
    public @Nullable ReportError errorOf(Stage stage) {
        return errors.stream()
                .filter(error -> error.stage() == stage)
                .findFirst()
                .orElse(null);
    }
}
