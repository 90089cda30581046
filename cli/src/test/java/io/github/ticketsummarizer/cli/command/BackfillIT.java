package io.github.ticketsummarizer.cli.command;

import static io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets.FIRST_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.Exchange;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.Endpoints;
import io.github.ticketsummarizer.fakes.zendesk.FakeTicket;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets that Zendesk finds are sent to a Kafka; the services are not asked. */
class BackfillIT {
    private static final int TICKETS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path brokerFolder;

    @TempDir
    Path folder;

    private ServicelessKafka kafka;
    private FakeZendesk zendesk;

    @BeforeEach
    void start() throws IOException {
        kafka = new ServicelessKafka(brokerFolder);
        // A fiftieth of half of it is enough for what is tried here within a minute.
        zendesk = new FakeZendesk(MadeUpTickets.of(TICKETS, 1), Limits.DEFAULT.withAccount(3_000));
        zendesk.start(0);
        command().run("topics", "create", "--partitions", "1");
    }

    @AfterEach
    void stop() {
        zendesk.close();
        kafka.close();
    }

    @Test
    void allTicketsOfASearchAreSentOnceAndTheRunIsSentWithTheirNumber() throws Exception {
        CommandRunner.Result result = submit("--search", "tags:made_up");

        assertThat(result.exitCode()).isZero();
        String runId = result.out().strip();
        assertThat(kafka.submittedTickets()).isEqualTo(madeUp(0, TICKETS));
        assertThat(kafka.submittedRuns()).containsExactly(runId);
        assertThat(kept(runId, "run.json").path("run").path("ticket_count").asInt())
                .isEqualTo(TICKETS);
        assertThat(kept(runId, "tickets.json").path(249).toString())
                .isEqualTo("{\"serial_no\":\"250\",\"ticket_id\":\"500250\"}");
        assertThat(result.err().lines()).containsExactly("100 tickets found", "200 tickets found", "250 tickets found");
    }

    @Test
    void aBackfillThatBrokeGoesOnWhereItStopped() throws Exception {
        AtomicInteger pages = new AtomicInteger();
        zendesk.faults(request -> request.endpoint().equals(Endpoints.SEARCH_EXPORT) && pages.incrementAndGet() > 1
                ? Fault.html(503)
                : null);

        CommandRunner.Result broken = submit("--search", "tags:made_up");

        assertThat(broken.exitCode()).isEqualTo(4);
        assertThat(broken.out()).isEmpty();
        assertThat(kafka.submittedTickets()).isEqualTo(madeUp(0, 100));
        assertThat(kafka.submittedRuns()).isEmpty();
        String runId = onlyRun();
        assertThat(broken.err().lines())
                .containsExactly(
                        "100 tickets found",
                        "go on with: ticket-summarizer submit --resume " + runId,
                        "ticket-summarizer: Zendesk is not available (503); see status.zendesk.com");

        CommandRunner.Result early = command().run("run", "--resume", runId);
        assertThat(early.exitCode()).isEqualTo(2);
        assertThat(early.err())
                .isEqualToIgnoringNewLines(
                        "ticket-summarizer: not all tickets of run %s are found and sent; first: ticket-summarizer submit --resume %s"
                                .formatted(runId, runId));

        zendesk.faults(FaultPlan.none());
        CommandRunner.Result resumed = command().run("submit", "--resume", runId);

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.out().strip()).isEqualTo(runId);
        assertThat(kafka.submittedTickets().subList(100, 350))
                .as("what may not have been sent is sent again, then the rest")
                .isEqualTo(madeUp(0, TICKETS));
        assertThat(kafka.submittedRuns()).containsExactly(runId);
        assertThat(kept(runId, "run.json").path("run").path("ticket_count").asInt())
                .isEqualTo(TICKETS);
        List<Exchange> asked = zendesk.log().exchanges(Endpoints.SEARCH_EXPORT);
        assertThat(asked.subList(asked.size() - 2, asked.size()))
                .as("only the missing pages")
                .extracting(Exchange::status)
                .containsExactly(200, 200);
    }

    @Test
    void anInterruptionEndsItWhileItWaitsForZendesk() throws Exception {
        AtomicInteger pages = new AtomicInteger();
        zendesk.faults(request -> request.endpoint().equals(Endpoints.SEARCH_EXPORT) && pages.incrementAndGet() > 1
                ? Fault.rateLimited(Duration.ofHours(1))
                : null);
        CommandRunner command = command();
        CompletableFuture<CommandRunner.Result> running = CompletableFuture.supplyAsync(
                () -> command.run("submit", "--model-provider", "offline", "--search", "tags:made_up"));
        await().atMost(PATIENCE).until(() -> command.err().contains("waiting "));

        command.interrupt();

        CommandRunner.Result result = running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).last().isEqualTo("go on with: ticket-summarizer submit --resume " + onlyRun());
        assertThat(kafka.submittedTickets()).isEqualTo(madeUp(0, 100));
        assertThat(kafka.submittedRuns()).isEmpty();
    }

    @Test
    void changesAreSentWithoutDeletedTicketsAndRepetitions() {
        FakeTicket last = MadeUpTickets.of(TICKETS, 1).getLast();
        ObjectNode deleted = last.ticket().deepCopy().put("status", "deleted");
        zendesk.put(new FakeTicket(deleted, List.of(), List.of()));

        CommandRunner.Result result = submit("--updated-since", "2026-01-05T10:00:00Z");

        assertThat(result.exitCode()).isZero();
        assertThat(kafka.submittedTickets()).isEqualTo(madeUp(1, TICKETS - 1));
    }

    @Test
    void aSearchThatFindsNothingLeavesNothing() {
        CommandRunner.Result result = submit("--search", "status:open");

        assertThat(result)
                .isEqualTo(new CommandRunner.Result(
                        0, "", "0 tickets found%nZendesk found no ticket; nothing was sent%n".formatted()));
        assertThat(kafka.submittedRuns()).isEmpty();
        assertThat(runs()).isEmptyDirectory();
    }

    @Test
    void refusedCredentialsNameTheSettingAndLeaveNothing() {
        CommandRunner.Result result = command()
                .with("ZENDESK_OAUTH_TOKEN", "not-a-token-of-ours")
                .run("submit", "--search", "x", "--model-provider", "offline");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("ZENDESK_OAUTH_TOKEN").doesNotContain("not-a-token-of-ours");
        assertThat(runs()).isEmptyDirectory();
    }

    @Test
    void anApiTokenIsTakenWithTheDayOnWhichItEnds() {
        CommandRunner.Result result = command()
                .with("ZENDESK_OAUTH_TOKEN", "")
                .with("ZENDESK_EMAIL", Credentials.DEFAULT.email())
                .with("ZENDESK_API_KEY", Credentials.DEFAULT.apiToken())
                .run("submit", "--search", "\"ticket 250\"", "--model-provider", "offline");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("30 April 2027").doesNotContain(Credentials.DEFAULT.apiToken());
        assertThat(kafka.submittedTickets()).isEqualTo(madeUp(TICKETS - 1, TICKETS));
    }

    @Test
    void missingCredentialsAreSaidBeforeAnythingIsAsked() {
        CommandRunner.Result result =
                command().with("ZENDESK_OAUTH_TOKEN", "").run("submit", "--search", "x", "--model-provider", "offline");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("ZENDESK_CLIENT_ID: there are no credentials for Zendesk");
        assertThat(zendesk.log().count()).isZero();
        assertThat(runs()).doesNotExist();
    }

    private CommandRunner.Result submit(String... what) {
        return command()
                .run(Stream.concat(Stream.of("submit", "--model-provider", "offline"), Stream.of(what))
                        .toArray(String[]::new));
    }

    private CommandRunner command() {
        return new CommandRunner(folder)
                .with("KAFKA_BOOTSTRAP_SERVERS", kafka.address())
                .with("ZENDESK_BASE_URL", zendesk.url().toString())
                .with("ZENDESK_OAUTH_TOKEN", Credentials.DEFAULT.bearerToken())
                .with("RETRY_BACKOFF", "1ms")
                .with("RETRY_BACKOFF_MAX", "1ms");
    }

    private JsonNode kept(String runId, String file) throws IOException {
        return new Json().mapper().readTree(runs().resolve(runId).resolve(file).toFile());
    }

    private String onlyRun() throws IOException {
        try (Stream<Path> found = Files.list(runs())) {
            List<Path> all = found.toList();
            assertThat(all).hasSize(1);
            return all.getFirst().getFileName().toString();
        }
    }

    private Path runs() {
        return folder.resolve("state/ticket-summarizer/runs");
    }

    private static List<String> madeUp(int from, int to) {
        return LongStream.range(FIRST_ID + from, FIRST_ID + to)
                .mapToObj(Long::toString)
                .toList();
    }
}
