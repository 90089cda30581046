package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.GapArea;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tickets of a company with another product, sorted by its own files and nothing else. */
class OtherCompanyIT {
    private static final Path FREIGHT = CommandRunner.HOME.resolve("samples/freight");

    @TempDir
    static Path folder;

    private static AnalysisConfig config;
    private static OutputFiles outputs;

    @BeforeAll
    static void run() {
        config = ConfigFiles.inFolder(FREIGHT.resolve("config")).load();
        outputs = new OutputFiles(folder.resolve("output"));
        CommandRunner.Result result = new CommandRunner(folder)
                .with("CONFIG_DIR", FREIGHT.resolve("config").toString())
                .run(
                        "run",
                        "--input",
                        FREIGHT.resolve("ids.csv").toString(),
                        "--analysis-type",
                        "both",
                        "--model-provider",
                        "offline",
                        "--tickets",
                        FREIGHT.resolve("tickets").toString(),
                        "--output",
                        outputs.folder().toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    @Test
    void podsAreThoseOfItsTaxonomyWhoseVersionStandsOnEachTicket() throws IOException {
        assertThat(outputs.tickets(OutputFiles.POD))
                .extracting(ticket -> "%s %s %s"
                        .formatted(
                                ticket.path("ticket_id").asText(),
                                ticket.path("taxonomy_version").asText(),
                                ticket.at("/categorization/primary_pod").asText()))
                .containsExactly(
                        "510001 3 Booking",
                        "510002 3 Tracking",
                        "510003 3 Customs",
                        "510004 3 Invoicing",
                        "510005 3 Carrier Gateway",
                        "510006 3 Customs",
                        "510007 3 Invoicing");
        assertThat(outputs.tickets(OutputFiles.POD))
                .flatExtracting(ticket -> texts(ticket.at("/categorization/alternative_pods")))
                .isSubsetOf(config.taxonomy().names());
    }

    @Test
    void gapsAreThoseOfItsGuideWhoseVersionStandsOnEachTicket() throws IOException {
        List<String> gaps = Stream.of(
                        config.guide().triageGapAreas(), config.guide().fixGapAreas())
                .flatMap(List::stream)
                .map(GapArea::id)
                .toList();

        assertThat(outputs.tickets(OutputFiles.DIAGNOSTICS))
                .hasSize(7)
                .allSatisfy(ticket ->
                        assertThat(ticket.path("guide_version").asInt()).isEqualTo(2))
                .flatExtracting(OtherCompanyIT::gapAreas)
                .isSubsetOf(gaps)
                .contains("carrier_side", "money", "question", "product_wish");
    }

    @Test
    void itsOwnFeatureIsLookedFor() throws IOException {
        assertThat(outputs.tickets(OutputFiles.DIAGNOSTICS))
                .filteredOn(ticket -> ticket.at("/diagnostics_analysis/was_diagnostics_used/reasoning")
                        .asText()
                        .contains("Route Doctor"))
                .extracting(ticket -> "%s %s"
                        .formatted(
                                ticket.path("ticket_id").asText(),
                                ticket.at("/diagnostics_analysis/was_diagnostics_used/llm_assessment")
                                        .asText()))
                .containsExactly("510001 yes", "510003 no", "510005 yes");
    }

    private static List<String> gapAreas(JsonNode ticket) {
        JsonNode help = ticket.at("/diagnostics_analysis/could_diagnostics_help");
        return Stream.of("triage_gap_area", "fix_gap_area")
                .map(help::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
