package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.TicketReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the kcat lines of the README as they stand there, on the pipeline that the README starts. */
class KcatIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Json json = new Json();

    @TempDir
    Path folder;

    @Test
    void theLinesOfTheReadmeGiveReports() throws Exception {
        assumeTrue(isInstalled(), "kcat is not installed; its lines of the README are not checked");
        List<String> lines = kcatLines();
        List<String> writing =
                lines.stream().filter(line -> line.contains("kcat -P")).toList();
        String reading = lines.stream()
                .filter(line -> line.startsWith("kcat -C"))
                .findFirst()
                .orElseThrow();
        Settings settings = new Settings(Map.of(
                "TICKET_SOURCE", "file",
                "TICKET_PATH", ROOT.resolve("samples/tickets").toString(),
                "DEFAULT_MODEL_PROVIDER", "offline"));

        try (EmbeddedPipeline pipeline = new EmbeddedPipeline(folder, 0, settings)) {
            pipeline.start();
            String broker = pipeline.kafkaSettings().bootstrapServers();
            for (String line : writing) {
                run(line.replace("localhost:9092", broker));
            }
            List<TicketReport> reports = new ArrayList<>();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                reports.clear();
                for (String line :
                        run(reading.replace("localhost:9092", broker)).lines().toList()) {
                    reports.add(json.mapper().readValue(line, TicketReport.class));
                }
                return reports.size() == writing.size();
            });

            assertThat(reports).allMatch(report -> report.reportStatus() == ReportStatus.SUCCESS);
            assertThat(reports)
                    .extracting(report -> report.request().ticketId())
                    .containsExactlyInAnyOrder("78788", "79033");
            assertThat(reports)
                    .filteredOn(report -> report.request().ticketId().equals("79033"))
                    .singleElement()
                    .satisfies(report -> {
                        assertThat(report.request().requestId()).isEqualTo("my-first-request");
                        assertThat(report.diagnosticsAnalysis()).isNull();
                    });
        }
    }

    private static List<String> kcatLines() throws IOException {
        return Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> line.contains("kcat -"))
                .toList();
    }

    private static boolean isInstalled() throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v kcat").start().waitFor() == 0;
    }

    private static String run(String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(line).isZero();
        return output;
    }
}
