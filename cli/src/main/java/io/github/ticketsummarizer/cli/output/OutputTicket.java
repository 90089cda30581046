package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.CondensedComments;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.Warning;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finished ticket as one pair of files shows it. */
record OutputTicket(OutputKind kind, TicketEntry entry, TicketReport report, ZoneId zone) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** ISO 8601 with the zone's offset, to the second; null stays null. */
    static @Nullable String date(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : DATE.format(instant.atZone(zone));
    }

    ProcessingStatus status() {
        return ProcessingStatus.of(report, kind);
    }

    /** Why the ticket is no success in these files: empty exactly when it is one. */
    List<ReportError> errors() {
        if (status() == ProcessingStatus.SUCCESS) {
            return List.of();
        }
        List<ReportError> own = report.errors().stream()
                .filter(error -> kind.shows(error.stage().wireName()))
                .toList();
        return own.isEmpty() ? List.of(unexplained()) : own;
    }

    /** The first of the errors; null when there is none. */
    @Nullable
    ReportError error() {
        List<ReportError> errors = errors();
        return errors.isEmpty() ? null : errors.getFirst();
    }

    @Nullable
    TicketHeader header() {
        return report.ticket();
    }

    @Nullable
    Synthesis synthesis() {
        return report.synthesis();
    }

    @Nullable
    Categorization categorization() {
        return report.categorization();
    }

    @Nullable
    DiagnosticsAnalysis diagnosticsAnalysis() {
        return report.diagnosticsAnalysis();
    }

    /** The calls to a model behind what these files show of the ticket. */
    List<ModelCall> calls() {
        return report.calls().stream().filter(call -> kind.shows(call.task())).toList();
    }

    /** What a person should look at in what these files show of the ticket. */
    List<Warning> warnings() {
        return report.warnings().stream()
                .filter(warning -> kind.shows(warning.stage().wireName()))
                .toList();
    }

    /** The comments that were not read whole, for example {@code 12-340}; null when all were. */
    @Nullable
    String condensedComments() {
        CondensedComments condensed = report.condensedComments();
        return condensed == null ? null : "%d-%d".formatted(condensed.first(), condensed.last());
    }

    @Nullable
    String createdAt() {
        return report.ticket() == null ? null : date(report.ticket().createdAt(), zone);
    }

    @Nullable
    String updatedAt() {
        return report.ticket() == null ? null : date(report.ticket().updatedAt(), zone);
    }

    private ReportError unexplained() {
        return new ReportError(
                kind.stage(), ErrorType.INTERNAL, "the report has neither the analysis nor a reason", true, 0);
    }
}
