package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.fakes.llm.FakeLlm;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person runs it, on the real broker and services in this JVM. */
class RunCommandIT {
    private static final Pattern RESUME = Pattern.compile("run --resume (\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Path SAMPLES = CommandRunner.HOME.resolve("samples");

    private final Json json = new Json();

    @TempDir
    Path folder;

    @Test
    void demoNeedsNothingAndWritesBothPairs() throws IOException {
        CommandRunner.Result result = new CommandRunner(folder)
                .with("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092")
                .with("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .run("demo", "--output", output().toString());

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK.code());
        assertThat(result.out()).contains("Tickets").contains("24").contains("output_pod_");
        assertThat(tickets("output_pod_"))
                .hasSize(24)
                .allMatch(ticket -> ticket.path("processing_status").asText().equals("success"));
        assertThat(tickets("output_diagnostics_")).hasSize(24);
        assertThat(folder.resolve("state")).as("the demo keeps nothing").doesNotExist();
    }

    @Test
    void aRunWithAModelSaysBeforeWhatItMayCostAndAfterwardsHowNearThatWas() throws IOException {
        try (FakeLlm models = new FakeLlm(Duration.ZERO)) {
            models.start(0);
            CommandRunner command = new CommandRunner(folder);
            models.settings().get("gemini").forEach(command::with);
            CommandRunner.Result result = command.run(
                    "run",
                    "--input",
                    SAMPLES.resolve("tickets.csv").toString(),
                    "--tickets",
                    SAMPLES.resolve("tickets").toString(),
                    "--analysis-type",
                    "both",
                    "--model-provider",
                    "gemini",
                    "--output",
                    output().toString());

            assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK.code());
            assertThat(result.err())
                    .containsSubsequence(
                            "24 tickets, both, gemini",
                            "estimate: 72 calls to gemini-2.5-flash, ",
                            " USD",
                            "outcome: 72 calls, ",
                            " USD; the cost is within the estimate");
            assertThat(result.out()).doesNotContain("estimate");
        }
    }

    @Test
    void ticketsThatFailAreReportedInTheirPlaceAndTheRestGoesOn() throws IOException {
        Path input = folder.resolve("input.csv");
        Files.writeString(
                input, "\uFEFFSerial No,Ticket ID\r\n7,78788\r\n\r\n8,404404\r\n9,\"79033\"\r\n9,78788\r\n10,abc\r\n");

        CommandRunner.Result result = run("--input", input.toString(), "--analysis-type", "both");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.FAILED_TICKETS.code());
        assertThat(result.err()).contains("78788").contains("abc");
        assertThat(tickets("output_pod_"))
                .extracting(ticket -> ticket.path("ticket_id").asText() + " "
                        + ticket.path("processing_status").asText() + " "
                        + ticket.path("error_type").asText(""))
                .containsExactly(
                        "78788 success ",
                        "404404 failed ticket_not_found",
                        "79033 success ",
                        "abc failed invalid_ticket_id");
        JsonNode metadata = document("output_pod_").path("metadata");
        assertThat(metadata.path("total_tickets").asInt()).isEqualTo(4);
        assertThat(metadata.path("successfully_processed").asInt()).isEqualTo(2);
        assertThat(metadata.path("failed").asInt()).isEqualTo(2);
    }

    @Test
    void anInterruptedRunLeavesWhatIsFinishedAndIsResumedToTheEnd() throws Exception {
        List<String> ids =
                IntStream.range(0, 200).mapToObj(i -> "" + (500_000 + i)).toList();
        Path tickets = writeTickets(ids);
        Path input = folder.resolve("input.csv");
        Files.write(
                input,
                Stream.concat(Stream.of("Zendesk Tickets ID"), ids.stream()).toList());
        try (FakeLlm llm = new FakeLlm(Duration.ofMillis(100))) {
            llm.start(0);
            CommandRunner runner = withSlowModel(llm);
            Thread interrupter = Thread.ofVirtual().start(() -> {
                Awaitility.await().atMost(PATIENCE).until(this::someReportsAreThere);
                runner.interrupt();
            });

            CommandRunner.Result interrupted = runner.run(
                    "run",
                    "--input",
                    input.toString(),
                    "--analysis-type",
                    "pod",
                    "--tickets",
                    tickets.toString(),
                    "--output",
                    output().toString());
            interrupter.join();
            assertThat(interrupted.exitCode()).as(interrupted.err()).isEqualTo(ExitCode.INTERRUPTED.code());
            int finished = tickets("output_pod_").size();
            assertThat(finished).isBetween(1, ids.size() - 1);
            assertThat(interrupted.err())
                    .contains("%d of %d tickets have no report".formatted(ids.size() - finished, ids.size()));

            Matcher resume = RESUME.matcher(interrupted.err());
            assertThat(resume.find()).isTrue();
            CommandRunner.Result resumed = withSlowModel(llm).run("run", "--resume", resume.group(1));

            assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(ExitCode.OK.code());
        }
        assertThat(tickets("output_pod_"))
                .extracting(ticket -> ticket.path("ticket_id").asText())
                .as("one pair of outputs, in the order of the input")
                .containsExactlyElementsOf(ids);
    }

    /** So few calls at once that there is time to interrupt a run, whatever the machine. */
    private CommandRunner withSlowModel(FakeLlm llm) {
        CommandRunner runner = new CommandRunner(folder).with("IN_FLIGHT", "4");
        llm.settings().get("gemini").forEach(runner::with);
        return runner;
    }

    private CommandRunner.Result run(String... arguments) {
        return new CommandRunner(folder)
                .run(arguments(Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--tickets",
                                        CommandRunner.HOME
                                                .resolve("samples/tickets")
                                                .toString()))
                        .toArray(String[]::new)));
    }

    private String[] arguments(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--model-provider", "offline", "--output", output().toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private Path output() {
        return folder.resolve("output");
    }

    private boolean someReportsAreThere() {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            return files.anyMatch(
                    file -> file.endsWith("reports.jsonl") && file.toFile().length() > 0);
        } catch (IOException | UncheckedIOException notYet) {
            return false;
        }
    }

    private Path writeTickets(List<String> ids) throws IOException {
        Path file = folder.resolve("tickets.jsonl");
        List<String> lines = ids.stream().map(id -> """
                        {"ticket":{"id":%s,"subject":"Tip","status":"solved","custom_fields":[]},\
                        "comments":[{"id":1,"public":true,"plain_body":"The smart tip does not show."}],"users":[]}""".formatted(id)).toList();
        return Files.write(file, lines);
    }

    private List<JsonNode> tickets(String prefix) throws IOException {
        return StreamSupport.stream(document(prefix).path("tickets").spliterator(), false)
                .toList();
    }

    /** The one JSON file with that prefix. */
    private JsonNode document(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(output())) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix)
                                    && file.toString().endsWith(".json"))
                    .toList();
            assertThat(found).hasSize(1);
            return json.mapper().readTree(found.getFirst().toFile());
        }
    }
}
