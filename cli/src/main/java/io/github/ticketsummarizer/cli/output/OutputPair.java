package io.github.ticketsummarizer.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ReportError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One pair of files, written ticket by ticket. Only the errors wait for the end, since they stand there.
 *
 * <p>The CSV is RFC 4180 in UTF-8 without a byte order mark: with one, programs that read columns by name would find
 * the first under another name than {@code ticket_id}.
 */
final class OutputPair {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private final OutputKind kind;
    private final RunFacts facts;
    private final PendingFile jsonFile;
    private final PendingFile csvFile;
    private final TicketNode nodes;
    private final JsonGenerator json;
    private final CsvWriter csv;
    private final List<CsvColumn> columns;
    private final List<JsonNode> errors = new ArrayList<>();

    /** Begins both files; they stay the caller's to close. */
    OutputPair(OutputNames.Reserved files, RunFacts facts, OutputTotals totals, Json mapper) throws IOException {
        this.kind = files.kind();
        this.facts = facts;
        this.jsonFile = files.json();
        this.csvFile = files.csv();
        this.nodes = new TicketNode(mapper);
        this.columns = CsvColumn.of(kind);
        this.csv = CsvWriter.builder().build(csvFile.writer());
        csv.writeRecord(columns.stream().map(CsvColumn::name).toList());
        this.json = mapper.mapper().createGenerator(jsonFile.writer());
        json.setPrettyPrinter(
                new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(INDENT).withArrayIndenter(INDENT));
        json.writeStartObject();
        json.writePOJOField("metadata", new OutputMetadata(kind, facts, totals).toMap());
        json.writeArrayFieldStart("tickets");
    }

    void add(FinishedTicket finished) throws IOException {
        OutputTicket ticket = new OutputTicket(kind, finished.entry(), finished.report(), facts.zone());
        csv.writeRecord(columns.stream().map(column -> column.cell(ticket)).toList());
        json.writeTree(nodes.of(ticket));
        for (ReportError error : ticket.errors()) {
            errors.add(nodes.errorOf(ticket, error));
        }
    }

    /** Ends both files and gives them their names. */
    void commit() throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("errors");
        for (JsonNode error : errors) {
            json.writeTree(error);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
        csv.flush();
        jsonFile.commit();
        csvFile.commit();
    }
}
