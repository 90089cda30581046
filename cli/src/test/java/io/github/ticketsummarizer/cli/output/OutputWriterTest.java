package io.github.ticketsummarizer.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputWriterTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final Instant PROCESSED = Instant.parse("2026-03-01T04:35:09.75Z");
    private static final int ASKED = 7;

    private final Json json = new Json();
    private final OutputWriter writer = new OutputWriter(json);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theFilesAreTheGoldenOnes(AnalysisType analysisType) throws IOException {
        WrittenOutputs written = write(analysisType, null);

        assertThat(written.files()).isNotEmpty().allSatisfy(file -> {
            String name = file.getFileName().toString();
            assertThat(name).matches("output_(pod|diagnostics)_20260301_100509\\.(json|csv)");
            assertGolden("%s/%s".formatted(analysisType.wireName(), name), Files.readString(file));
        });
    }

    @Test
    void bothAnalysesWriteTwoPairsAndLeaveNothingElse() throws IOException {
        WrittenOutputs written = write(AnalysisType.BOTH, null);

        assertThat(written.files())
                .containsExactly(
                        folder.resolve("output_pod_20260301_100509.json"),
                        folder.resolve("output_pod_20260301_100509.csv"),
                        folder.resolve("output_diagnostics_20260301_100509.json"),
                        folder.resolve("output_diagnostics_20260301_100509.csv"));
        assertThat(filesInFolder()).containsExactlyInAnyOrderElementsOf(written.files());
    }

    @ParameterizedTest
    @EnumSource
    void theCountsOfEachFileAddUpToTheTicketsAskedFor(AnalysisType analysisType) throws IOException {
        for (Path file : write(analysisType, null).files()) {
            if (file.toString().endsWith(".json")) {
                JsonNode metadata = json.mapper().readTree(file.toFile()).get("metadata");
                int sum = Stream.of(
                                "successfully_processed",
                                "synthesis_failed",
                                "categorization_failed",
                                "diagnostics_analysis_failed",
                                "failed",
                                "not_finished")
                        .mapToInt(name -> metadata.path(name).asInt())
                        .sum();
                assertThat(sum).isEqualTo(metadata.get("total_tickets").asInt()).isEqualTo(ASKED);
            }
        }
    }

    @Test
    void filesOfTheSameSecondAreNotOverwritten() throws IOException {
        List<Path> first = write(AnalysisType.POD, null).files();
        List<Path> second = write(AnalysisType.POD, null).files();

        assertThat(second)
                .containsExactly(
                        folder.resolve("output_pod_20260301_100510.json"),
                        folder.resolve("output_pod_20260301_100510.csv"));
        assertThat(first).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void aRunThatGoesOnWritesItsFilesAgain() throws IOException {
        WrittenOutputs first = write(AnalysisType.POD, null);
        Files.writeString(first.files().getFirst(), "old");

        WrittenOutputs second = write(AnalysisType.POD, first.stamp());

        assertThat(second.files()).isEqualTo(first.files());
        assertThat(first.files().getFirst()).content().startsWith("{");
    }

    @Test
    void aFailureHalfwayLeavesNoFile() {
        OutputTotals totals = new OutputTotals(AnalysisType.POD, ASKED);
        FinishedTickets broken = visitor -> {
            visitor.visit(new SampleReports(AnalysisType.POD).whole("1", "78788"));
            throw new IOException("disk");
        };

        assertThat(catchThrowable(() -> writer.write(folder, null, facts(AnalysisType.POD), totals, broken)))
                .hasMessage("disk");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void halfASurrogatePairDoesNotStopTheFiles() throws IOException {
        SampleReports samples = new SampleReports(AnalysisType.POD);
        WrittenOutputs written =
                write(AnalysisType.POD, null, visitor -> visitor.visit(samples.notFound("1", "7\ud83d")));

        assertThat(Files.readString(written.files().getLast())).contains("\r\n7?,1,");
    }

    @ParameterizedTest
    @EnumSource
    void theSummaryIsTheGoldenOne(AnalysisType analysisType) throws IOException {
        WrittenOutputs written = write(analysisType, null);

        String summary = new RunSummaryText(facts(analysisType), written.totals())
                .of(List.of(Path.of("output/a.json"), Path.of("output/a.csv")));

        assertGolden("%s/summary.txt".formatted(analysisType.wireName()), summary);
    }

    private WrittenOutputs write(AnalysisType analysisType, String stamp) throws IOException {
        SampleReports samples = new SampleReports(analysisType);
        return write(analysisType, stamp, visitor -> {
            visitor.visit(samples.whole("1", "78788"));
            visitor.visit(samples.notFound("2", "99999"));
            visitor.visit(samples.escalated("A-3", "78912"));
            visitor.visit(samples.withoutCategorization("004", "79033"));
            visitor.visit(samples.withoutDiagnostics("5", "79140"));
            visitor.visit(samples.withoutSynthesis("6", "79255"));
        });
    }

    private WrittenOutputs write(AnalysisType analysisType, String stamp, FinishedTickets tickets) throws IOException {
        OutputTotals totals = new OutputTotals(analysisType, ASKED);
        tickets.forEach(ticket -> totals.add(ticket.report()));
        return writer.write(folder, stamp, facts(analysisType), totals, tickets);
    }

    private static RunFacts facts(AnalysisType analysisType) {
        return new RunFacts(new SampleReports(analysisType).run(ASKED), ZONE, PROCESSED, Duration.ofMillis(83_456));
    }

    private List<Path> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Compares with a file of src/test/resources/golden; what was found instead lies in target/golden. */
    private static void assertGolden(String name, String actual) throws IOException {
        Path found = Path.of("target", "golden").resolve(name);
        Files.createDirectories(found.getParent());
        Files.writeString(found, actual);
        try (InputStream in = OutputWriterTest.class.getResourceAsStream("/golden/" + name)) {
            assertThat(in).as("golden file %s", name).isNotNull();
            assertThat(actual).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
