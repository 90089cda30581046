package io.github.ticketsummarizer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, stopped by signals in the middle of a run. */
class RunProcessIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TICKETS = 100;

    /** So few that a run takes seconds, whatever the machine: there is time to stop it. */
    private static final int CALLS_AT_ONCE = 2;

    private final Json json = new Json();
    private final FakeLlm llm = new FakeLlm(Duration.ofMillis(100));

    @TempDir
    Path folder;

    @BeforeEach
    void startModel() throws IOException {
        llm.start(0);
    }

    @AfterEach
    void stopModel() {
        llm.close();
    }

    @Test
    void aRunSurvivesATerminationAndAKill() throws Exception {
        writeTickets();
        Process first = start(
                "run",
                "--input",
                folder.resolve("in.csv").toString(),
                "--analysis-type",
                "both",
                "--model-provider",
                "gemini",
                "--tickets",
                folder.resolve("tickets.jsonl").toString(),
                "--output",
                folder.resolve("out").toString());
        awaitReports(1, first);
        first.destroy();
        assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(first.exitValue()).as(Files.readString(log())).isEqualTo(130);
        String runId = onlyFile(runs()).getFileName().toString();
        assertThat(log()).content().contains("go on with: ticket-summarizer run --resume " + runId);
        List<Path> outputs = filesIn(folder.resolve("out"));
        int finished = ticketIds().size();
        assertThat(finished).isBetween(1, TICKETS - 1);

        Process second = start("run", "--resume", runId);
        awaitReports(finished + 1, second);
        second.destroyForcibly();
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        Process third = start("run", "--resume", runId);
        assertThat(third.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(third.exitValue()).as(Files.readString(log())).isZero();
        assertThat(filesIn(folder.resolve("out"))).isEqualTo(outputs);
        assertThat(ticketIds())
                .isEqualTo(Files.readAllLines(folder.resolve("in.csv")).subList(1, TICKETS + 1));
    }

    /** The sample tickets over and over, under ids of their own. */
    private void writeTickets() throws IOException {
        List<JsonNode> samples = new ArrayList<>();
        for (Path file : filesIn(Path.of("..", "samples", "tickets"))) {
            samples.add(json.mapper().readTree(file.toFile()));
        }
        List<String> lines = new ArrayList<>();
        List<String> ids = new ArrayList<>(List.of("Zendesk Tickets ID"));
        for (int i = 0; i < TICKETS; i++) {
            ObjectNode ticket = samples.get(i % samples.size()).deepCopy();
            ((ObjectNode) ticket.get("ticket")).put("id", 1_000_000 + i);
            lines.add(json.mapper().writeValueAsString(ticket));
            ids.add(Integer.toString(1_000_000 + i));
        }
        Files.write(folder.resolve("tickets.jsonl"), lines);
        Files.write(folder.resolve("in.csv"), ids);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.ticketsummarizer.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("KAFKA_"));
        process.environment().putAll(llm.settings().get("gemini"));
        process.environment().put("IN_FLIGHT", Integer.toString(CALLS_AT_ONCE));
        process.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return process.start();
    }

    private void awaitReports(int count, Process process) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(process.isAlive()).as("the run goes on").isTrue();
            return reports() >= count;
        });
    }

    private long reports() throws IOException {
        if (!Files.isDirectory(runs())) {
            return 0;
        }
        Path spool = onlyFile(runs()).resolve("reports.jsonl");
        return Files.exists(spool) ? Files.readString(spool).lines().count() : 0;
    }

    private List<String> ticketIds() throws IOException {
        Path file = filesIn(folder.resolve("out")).stream()
                .filter(path -> path.toString().matches(".*output_pod_.*json"))
                .findFirst()
                .orElseThrow();
        return json.mapper()
                .readTree(file.toFile())
                .get("tickets")
                .valueStream()
                .map(ticket -> ticket.get("ticket_id").asText())
                .toList();
    }

    private Path runs() {
        return folder.resolve("state/ticket-summarizer/runs");
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static Path onlyFile(Path folder) {
        try {
            List<Path> files = filesIn(folder);
            assertThat(files).hasSize(1);
            return files.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
