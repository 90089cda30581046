package io.github.ticketsummarizer.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.output.SampleReports;
import io.github.ticketsummarizer.llm.cost.Bounds;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private final Json json = new Json();
    private final RunManifest manifest = RunManifest.of(
            new SampleReports(AnalysisType.BOTH).run(2),
            ZoneId.of("Asia/Kolkata"),
            Path.of("/tmp/out"),
            Path.of("/tmp/tickets"),
            "kafka.example:9092");
    private final List<TicketEntry> tickets = List.of(new TicketEntry("1", "78788"), new TicketEntry("2", "x"));

    private final CostEstimate estimate = new CostEstimate(
            "gemini", "gemini-2.5-flash", 2, 6, 0, new Bounds(1, 2), new Bounds(3, 4), new Bounds(0.5, 0.625), true);
    private final CostEstimate estimateOfTheRest =
            new CostEstimate("gemini", null, 1, 3, 0, new Bounds(1, 2), new Bounds(3, 4), null, false);

    @TempDir
    Path data;

    @Test
    void anotherProcessFindsWhatWasKept() throws IOException {
        try (RunFolder folder = RunFolder.create(data, json, manifest, tickets)) {
            folder.keepEstimate(estimate);
            folder.save(folder.manifest().startingAt(Map.of("merged-0", 12L)));
            folder.keepEstimate(estimateOfTheRest);
            folder.save(folder.manifest().afterOutputs("20260301_100509", Duration.ofMillis(1500)));
        }

        try (RunFolder folder = RunFolder.open(data, json, SampleReports.RUN_ID)) {
            assertThat(folder.tickets()).isEqualTo(tickets);
            assertThat(folder.manifest())
                    .isEqualTo(new RunManifest(
                            manifest.run(),
                            "Asia/Kolkata",
                            "/tmp/out",
                            "/tmp/tickets",
                            "kafka.example:9092",
                            Map.of("merged-0", 12L),
                            "20260301_100509",
                            estimate,
                            1500));
        }
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        try (RunFolder folder = RunFolder.create(data, json, manifest, tickets)) {
            assertThat(Files.getPosixFilePermissions(folder.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void twoProcessesDoNotWorkOnOneRun() throws IOException {
        try (RunFolder folder = RunFolder.create(data, json, manifest, tickets)) {
            assertThatThrownBy(() -> RunFolder.open(data, json, SampleReports.RUN_ID))
                    .isInstanceOf(CliException.class)
                    .hasMessage("run %s is being worked on by another process", SampleReports.RUN_ID);
        }
    }

    @Test
    void aRunThatIsNotThereIsNamedWithTheFolder() {
        String other = RunIds.newRunId();

        assertThatThrownBy(() -> RunFolder.open(data, json, other))
                .isInstanceOf(CliException.class)
                .hasMessage("no run %s in %s; if it was started with --data, give the same --data", other, data);
    }

    @Test
    void textThatIsNoRunIdIsRefusedBeforeItBecomesAPath() {
        assertThatThrownBy(() -> RunFolder.open(data, json, "../../etc"))
                .isInstanceOf(CliException.class)
                .hasMessage("'../../etc' is not a run id; one looks like 01938ab4-5000-7000-8000-000000000001");
    }
}
