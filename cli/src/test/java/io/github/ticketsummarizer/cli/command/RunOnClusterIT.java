package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.cli.output.SampleReports;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.fakes.otlp.ReceivedSpan;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.telemetry.TraceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go to a cluster, whose services the test plays, so that it decides what comes when. */
class RunOnClusterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path brokerFolder;

    private static ServicelessKafka kafka;

    private final Json json = new Json();

    @TempDir
    Path folder;

    @BeforeAll
    static void startBroker() {
        kafka = new ServicelessKafka(brokerFolder);
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @BeforeEach
    void makeTopicsAndInput() throws IOException {
        command().run("topics", "create", "--partitions", "2");
        Files.writeString(folder.resolve("in.csv"), "Serial No,Ticket ID\n7,101\n8,102\n9,103\n");
    }

    @Test
    void topicsAreMadeOnceAndNamed() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        try (ServicelessKafka fresh = new ServicelessKafka(own)) {
            CommandRunner.Result first = commandOn(fresh).run("topics", "create", "--partitions", "3");
            assertThat(first.exitCode()).isZero();
            assertThat(first.out().lines())
                    .containsExactly(
                            "dead-letters",
                            "diag-results",
                            "merged",
                            "pod-results",
                            "raw-tickets",
                            "run-summaries",
                            "runs",
                            "stage-events",
                            "synthesized",
                            "ticket-failures",
                            "ticket-ids");

            CommandRunner.Result second = commandOn(fresh).run("topics", "create", "--partitions", "3");
            assertThat(second)
                    .isEqualTo(
                            new CommandRunner.Result(0, "", "11 topics were there already" + System.lineSeparator()));
        }
    }

    @Test
    void aClusterWithoutTheTopicsIsRefusedWithTheCommandThatMakesThem() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        try (ServicelessKafka fresh = new ServicelessKafka(own)) {
            CommandRunner.Result result = commandOn(fresh).run("submit", "--model-provider", "offline", "78788");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("topic 'ticket-ids' is missing").contains("topics create");
        }
    }

    @Test
    void reportsComeInAnyOrderAndAreWrittenInThatOfTheInput() throws Exception {
        CommandRunner command = command();
        CompletableFuture<CommandRunner.Result> running = start(command, runArguments());
        String runId = awaitRunId();
        SampleReports reports = new SampleReports(runId, AnalysisType.BOTH);

        kafka.report(runId, reports.whole("9", "103"));
        kafka.report(runId, reports.whole("9", "103"));
        kafka.report(runId, reports.whole("0", "another ticket"));
        kafka.report(SampleReports.RUN_ID, new SampleReports(AnalysisType.BOTH).whole("7", "101"));
        kafka.report(runId, reports.whole("8", "102"));
        kafka.report(runId, reports.whole("7", "101"));

        CommandRunner.Result result = running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("Tickets               3", "  success             3", "  failed              0")
                .contains(outputs().stream().map(Path::toString).toList());
        assertThat(ticketIds("pod")).containsExactly("101", "102", "103");
        assertThat(ticketIds("diagnostics")).containsExactly("101", "102", "103");
        assertThat(result.err()).contains("reports 3/3");
    }

    @Test
    void anInterruptedRunKeepsWhatIsFinishedAndGoesOnWithTheRest() throws Exception {
        CommandRunner command = command();
        CompletableFuture<CommandRunner.Result> running = start(command, runArguments());
        String runId = awaitRunId();
        SampleReports reports = new SampleReports(runId, AnalysisType.BOTH);
        kafka.report(runId, reports.whole("8", "102"));
        await().atMost(PATIENCE).until(() -> spooled(runId) == 1);
        command.interrupt();
        CommandRunner.Result interrupted = running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(interrupted.exitCode()).isEqualTo(130);
        assertThat(interrupted.out()).contains("  not finished        2");
        assertThat(interrupted.err().lines())
                .endsWith(
                        "2 of 3 tickets have no report yet: 101, 103",
                        "go on with: ticket-summarizer run --resume " + runId);
        assertThat(ticketIds("pod")).containsExactly("102");
        List<Path> firstOutputs = outputs();
        long sent = submissionsOf("102");

        kafka.report(runId, reports.withoutDiagnostics("7", "101"));
        CompletableFuture<CommandRunner.Result> resumed = start(command(), "run", "--resume", runId);
        await().atMost(PATIENCE)
                .until(() ->
                        kafka.submittedRuns().stream().filter(runId::equals).count() == 2);
        kafka.report(runId, reports.notFound("9", "103"));
        CommandRunner.Result finished = resumed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(finished.exitCode()).isEqualTo(5);
        assertThat(finished.out()).contains("  success             1", "  partial             1");
        assertThat(outputs()).isEqualTo(firstOutputs);
        assertThat(ticketIds("pod")).containsExactly("101", "102", "103");
        assertThat(submissionsOf("102"))
                .as("what has a report is not sent again")
                .isEqualTo(sent);
    }

    @Test
    void aRunThatIsCompleteNeedsNoKafkaToWriteItsOutputsAgain() throws Exception {
        CompletableFuture<CommandRunner.Result> running = start(command(), runArguments());
        String runId = awaitRunId();
        SampleReports reports = new SampleReports(runId, AnalysisType.BOTH);
        for (String ticketId : List.of("101", "102", "103")) {
            kafka.report(runId, reports.whole("1", ticketId));
        }
        CommandRunner.Result first = running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (Path output : outputs()) {
            Files.delete(output);
        }

        CommandRunner.Result again = new CommandRunner(folder)
                .with("KAFKA_BOOTSTRAP_SERVERS", "localhost:1")
                .run("run", "--resume", runId);

        assertThat(first.exitCode()).isZero();
        assertThat(again.exitCode()).isZero();
        assertThat(ticketIds("diagnostics")).containsExactly("101", "102", "103");
    }

    @Test
    void theSpanOfWhatIsSubmittedIsSentBeforeTheCommandEnds() throws Exception {
        try (OtlpReceiver platform = new OtlpReceiver()) {
            platform.start(0, 0);
            CommandRunner.Result submitted = command()
                    .with("PHOENIX_OTLP_ENDPOINT", platform.httpUrl().toString())
                    .run("submit", "--model-provider", "offline", "--analysis-type", "pod", "301");
            TraceContext root = TraceContext.ofRequest(submitted.out().strip() + ":301:1");

            assertThat(platform.spans())
                    .extracting(ReceivedSpan::name, ReceivedSpan::traceId, ReceivedSpan::parentSpanId)
                    .containsExactly(tuple("ticket-ids publish", root.traceId(), root.spanId()));
        }
    }

    @Test
    void submitPrintsTheIdThatWatchAndResumeTake() throws Exception {
        CommandRunner.Result submitted = command()
                .typing("201\n\nno id\n201\n")
                .run("submit", "--model-provider", "offline", "--analysis-type", "pod");
        String runId = submitted.out().strip();
        SampleReports reports = new SampleReports(runId, AnalysisType.POD);

        assertThat(submitted.exitCode()).isZero();
        assertThat(submitted.out()).isEqualTo(runId + System.lineSeparator());
        assertThat(submitted.err().lines())
                .containsExactly(
                        "line 3: 'no id' is not a ticket id (digits only); it will be reported as failed",
                        "line 4: ticket id '201' is also on line 1; it is sent once");
        CompletableFuture<CommandRunner.Result> watching = start(command(), "watch", runId);
        kafka.report(runId, reports.whole("1", "201"));
        kafka.report(runId, reports.notFound("2", "no id"));

        CommandRunner.Result watched = watching.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(watched.exitCode()).isEqualTo(5);
        assertThat(watched.out()).contains("Tickets               2", "  success             1");

        CommandRunner.Result collected = command().run("run", "--resume", runId);
        assertThat(collected.exitCode()).isEqualTo(5);
        assertThat(collected.out()).contains(folder.resolve("output").toString());
    }

    @Test
    void aRunThatNobodySentIsNotWatched() {
        CommandRunner.Result result = command().run("watch", SampleReports.RUN_ID);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualToIgnoringNewLines(
                        "ticket-summarizer: there is no run %s on the Kafka at %s; that of a backfill is there when all its tickets are sent"
                                .formatted(SampleReports.RUN_ID, kafka.address()));
    }

    private CommandRunner command() {
        return commandOn(kafka);
    }

    private CommandRunner commandOn(ServicelessKafka cluster) {
        return new CommandRunner(folder).with("KAFKA_BOOTSTRAP_SERVERS", cluster.address());
    }

    private String[] runArguments() {
        return new String[] {
            "run",
            "--input",
            folder.resolve("in.csv").toString(),
            "--analysis-type",
            "both",
            "--model-provider",
            "offline",
            "--output",
            folder.resolve("out").toString()
        };
    }

    private static CompletableFuture<CommandRunner.Result> start(CommandRunner command, String... arguments) {
        return CompletableFuture.supplyAsync(() -> command.run(arguments));
    }

    private String awaitRunId() {
        return await().atMost(PATIENCE).until(this::submittedRunId, id -> !id.isEmpty());
    }

    /** The id of the run that this test keeps, once all three tickets of it are sent. */
    private String submittedRunId() throws IOException {
        Path runs = folder.resolve("state/ticket-summarizer/runs");
        if (!Files.isDirectory(runs)) {
            return "";
        }
        try (Stream<Path> found = Files.list(runs)) {
            String runId =
                    found.map(path -> path.getFileName().toString()).findFirst().orElse("");
            return kafka.submittedRuns().contains(runId) ? runId : "";
        }
    }

    private static long submissionsOf(String ticketId) {
        return kafka.submittedTickets().stream().filter(ticketId::equals).count();
    }

    private long spooled(String runId) throws IOException {
        Path spool =
                folder.resolve("state/ticket-summarizer/runs").resolve(runId).resolve("reports.jsonl");
        return Files.readAllLines(spool).size();
    }

    private List<Path> outputs() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.sorted().toList();
        }
    }

    private List<String> ticketIds(String analysis) throws IOException {
        Path file = outputs().stream()
                .filter(path -> path.getFileName().toString().matches("output_%s_.*json".formatted(analysis)))
                .findFirst()
                .orElseThrow();
        JsonNode tickets = json.mapper().readTree(file.toFile()).get("tickets");
        return tickets.valueStream()
                .map(ticket -> ticket.get("ticket_id").asText())
                .toList();
    }
}
