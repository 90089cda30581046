package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.CouldDiagnosticsHelp;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.WasDiagnosticsUsed;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV file: its name and where its cells come from. A value that a ticket lacks is an empty cell.
 *
 * <p>The names and their order are those that people's spreadsheets rest on: a new column goes to the end.
 */
record CsvColumn(String name, Function<OutputTicket, @Nullable Object> value) {
    /** The columns of the given files. */
    static List<CsvColumn> of(OutputKind kind) {
        return switch (kind) {
            case POD -> PodColumns.ALL;
            case DIAGNOSTICS -> DiagnosticsColumns.ALL;
        };
    }

    String cell(OutputTicket ticket) {
        Object found = value.apply(ticket);
        return found == null ? "" : CsvCell.safe(found.toString());
    }

    static CsvColumn header(String name, Function<TicketHeader, @Nullable Object> value) {
        return new CsvColumn(name, ticket -> of(ticket.header(), value));
    }

    static CsvColumn escalation(String name, Function<Escalation, @Nullable Object> value) {
        return header(name, header -> value.apply(header.customFields().escalation()));
    }

    static CsvColumn synthesis(String name, Function<Synthesis, @Nullable Object> value) {
        return new CsvColumn(name, ticket -> of(ticket.synthesis(), value));
    }

    static CsvColumn categorization(String name, Function<Categorization, @Nullable Object> value) {
        return new CsvColumn(name, ticket -> of(ticket.categorization(), value));
    }

    static CsvColumn diagnostics(String name, Function<DiagnosticsAnalysis, @Nullable Object> value) {
        return new CsvColumn(name, ticket -> of(ticket.diagnosticsAnalysis(), value));
    }

    static CsvColumn wasUsed(String name, Function<WasDiagnosticsUsed, @Nullable Object> value) {
        return diagnostics(name, analysis -> value.apply(analysis.wasDiagnosticsUsed()));
    }

    static CsvColumn couldHelp(String name, Function<CouldDiagnosticsHelp, @Nullable Object> value) {
        return diagnostics(name, analysis -> value.apply(analysis.couldDiagnosticsHelp()));
    }

    static CsvColumn error(String name, Function<ReportError, @Nullable Object> value) {
        return new CsvColumn(name, ticket -> of(ticket.error(), value));
    }

    /** What to look at: type and reason of each warning; empty when there is none. */
    static CsvColumn warnings() {
        return new CsvColumn(
                "warnings",
                ticket -> ticket.warnings().stream()
                        .map(warning -> "%s: %s".formatted(warning.type().wireName(), warning.message()))
                        .collect(Collectors.joining("; ")));
    }

    private static <T> @Nullable Object of(@Nullable T owner, Function<T, @Nullable Object> value) {
        return owner == null ? null : value.apply(owner);
    }
}
