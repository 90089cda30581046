package io.github.ticketsummarizer.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.zendesk.Credentials;
import io.github.ticketsummarizer.fakes.zendesk.Endpoints;
import io.github.ticketsummarizer.fakes.zendesk.FakeTicket;
import io.github.ticketsummarizer.fakes.zendesk.FakeZendesk;
import io.github.ticketsummarizer.fakes.zendesk.Limits;
import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.fakes.zendesk.ZendeskErrors;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.zendesk.http.RateShare;
import io.github.ticketsummarizer.zendesk.http.ZendeskAddress;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskCredentials;
import io.github.ticketsummarizer.zendesk.http.ZendeskSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZendeskTicketSourceTest {
    private static final int CONNECTIONS = 64;
    private static final int RECORD_BYTES = 8 * 1024 * 1024;
    private static final ZendeskCredentials OAUTH =
            new ZendeskCredentials.OAuthClient(Credentials.DEFAULT.clientId(), Credentials.DEFAULT.clientSecret());

    private FakeZendesk zendesk;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        zendesk.close();
    }

    @Test
    void bothSourcesGiveTheSameTicket() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(3, 7);
        ZendeskTicketSource source = source(tickets, Limits.NONE);
        for (FakeTicket ticket : tickets) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.set("ticket", ticket.ticket());
            document.putArray("comments").addAll(ticket.comments());
            document.putArray("users").addAll(ticket.users());
            Files.writeString(folder.resolve(ticket.id() + ".json"), document.toString());
        }

        Map<String, FetchResult> results = source.fetch(ids(tickets));

        assertThat(results)
                .containsExactlyEntriesOf(
                        new FileTicketSource(folder, TicketMappingSettings.DEFAULT).fetch(ids(tickets)));
        assertThat(results.values()).hasOnlyElementsOfType(FetchResult.Found.class);
    }

    @Test
    void aThousandTicketsNeedHardlyMoreThanACallEach() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(1_000, 3);
        ZendeskTicketSource source = source(tickets, Limits.NONE);

        Map<String, FetchResult> results = fetchAll(source, ids(tickets));

        assertThat(results).hasSize(1_000);
        assertThat(results.values())
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                FetchResult.Found.class,
                                found -> assertThat(found.ticket().comments()).hasSize(3)));
        assertThat(zendesk.log().count(Endpoints.COMMENTS)).isEqualTo(1_000);
        assertThat(zendesk.log().count(Endpoints.SHOW_MANY)).isLessThanOrEqualTo(20);
        assertThat(zendesk.log().maxInFlight(Endpoints.COMMENTS)).isLessThanOrEqualTo(CONNECTIONS);
    }

    @Test
    void everyPageOfCommentsIsRead() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(1, 250);
        ZendeskTicketSource source = source(tickets, Limits.NONE);

        FetchResult result = fetch(source, tickets.getFirst().id());

        assertThat(((FetchResult.Found) result).ticket().comments())
                .extracting(Comment::id)
                .containsExactlyElementsOf(tickets.getFirst().comments().stream()
                        .map(comment -> comment.path("id").asText())
                        .toList());
        assertThat(zendesk.log().count(Endpoints.COMMENTS)).isEqualTo(3);
    }

    @Test
    void aTicketThatIsNotThereIsNamedAndHarmsNoOther() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(2, 1);
        ZendeskTicketSource source = source(tickets, Limits.NONE);
        String there = Long.toString(tickets.getFirst().id());

        Map<String, FetchResult> results = source.fetch(List.of("404", there, "7/../../users", "1,2"));

        assertThat(results.keySet()).containsExactly("404", there, "7/../../users", "1,2");
        assertThat(results.get(there)).isInstanceOf(FetchResult.Found.class);
        assertThat(failed(results.get("404")).failure().message())
                .isEqualTo("Zendesk has no ticket 404, or the credentials may not see it; check the id");
        assertThat(List.of(results.get("404"), results.get("7/../../users"), results.get("1,2")))
                .allSatisfy(result ->
                        assertThat(failed(result).failure().errorType()).isEqualTo(ErrorType.TICKET_NOT_FOUND));
        assertThat(zendesk.log().exchanges(Endpoints.SHOW_MANY))
                .flatExtracting(
                        exchange -> List.of(exchange.request().query("ids").split(",")))
                .containsExactlyInAnyOrder("404", there);
    }

    @Test
    void aTicketThatGoesBetweenTheTwoCallsIsGone() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(1, 1);
        ZendeskTicketSource source = source(tickets, Limits.NONE);
        zendesk.faults(FaultPlan.first(Endpoints.COMMENTS, new Fault.Instead(ZendeskErrors.gone())));

        assertThat(failed(fetch(source, tickets.getFirst().id())).failure().errorType())
                .isEqualTo(ErrorType.TICKET_NOT_FOUND);
    }

    @Test
    void anAnswerWithoutTheListIsNotTakenForTicketsThatAreNotThere() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(1, 1);
        ZendeskTicketSource source = source(tickets, Limits.NONE);
        zendesk.faults(FaultPlan.first(Endpoints.SHOW_MANY, new Fault.Instead(FakeAnswer.json(200, "{}"))));

        FetchResult.Failed failed = failed(fetch(source, tickets.getFirst().id()));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.ZENDESK_BAD_ANSWER);
        assertThat(failed.failure().retryable()).isTrue();
    }

    @Test
    void whoIsInterruptedLeavesItsBatchToTheOthers() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(20, 1);
        ZendeskTicketSource source = source(tickets, Limits.NONE);
        zendesk.faults(FaultPlan.first(Endpoints.SHOW_MANY, new Fault.Slow(Duration.ofMillis(500))));
        CountDownLatch interrupted = new CountDownLatch(5);
        List<Thread> leaving = new ArrayList<>();
        for (FakeTicket ticket : tickets.subList(0, 5)) {
            leaving.add(Thread.startVirtualThread(() -> {
                try {
                    fetch(source, ticket.id());
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            }));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Map<String, FetchResult>> others = threads.submit(() -> source.fetch(ids(tickets.subList(5, 20))));
            leaving.forEach(Thread::interrupt);
            interrupted.await();

            assertThat(others.get().values()).hasOnlyElementsOfType(FetchResult.Found.class);
        }
        assertThat(fetch(source, tickets.getFirst().id())).isInstanceOf(FetchResult.Found.class);
    }

    @Test
    void anotherAttemptAsksOnlyForWhatIsMissing() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(1, 250);
        ZendeskTicketSource source = source(tickets, Limits.NONE);
        Fault unavailable = Fault.html(503);
        zendesk.faults(callsOfComments(Map.of(2, unavailable, 4, unavailable)));
        long id = tickets.getFirst().id();

        assertThat(failed(fetch(source, id)).failure().retryable()).isTrue();
        assertThat(failed(fetch(source, id)).failure().retryable()).isTrue();
        FetchResult result = fetch(source, id);

        assertThat(((FetchResult.Found) result).ticket().comments())
                .extracting(Comment::id)
                .containsExactlyElementsOf(tickets.getFirst().comments().stream()
                        .map(comment -> comment.path("id").asText())
                        .toList());
        assertThat(zendesk.log().count(Endpoints.SHOW_MANY)).isEqualTo(1);
        assertThat(zendesk.log().count(Endpoints.COMMENTS))
                .as("three pages, and two calls that failed")
                .isEqualTo(5);
    }

    @Test
    void whatCameBeforeAnInterruptIsNotAskedForAgain() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(1, 150);
        ZendeskTicketSource source = source(tickets, Limits.NONE);
        zendesk.faults(callsOfComments(Map.of(2, new Fault.Hang())));
        long id = tickets.getFirst().id();
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread leaving = Thread.startVirtualThread(() -> {
            try {
                fetch(source, id);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        Awaitility.await().until(() -> zendesk.log().count(Endpoints.COMMENTS) == 2);
        leaving.interrupt();
        interrupted.await();

        assertThat(((FetchResult.Found) fetch(source, id)).ticket().comments()).hasSize(150);
        assertThat(zendesk.log().count(Endpoints.SHOW_MANY)).isEqualTo(1);
        assertThat(zendesk.log().count(Endpoints.COMMENTS)).isEqualTo(3);
    }

    @Test
    void aTicketThatWasReadIsAskedForAnewTheNextTime() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(1, 1);
        ZendeskTicketSource source = source(tickets, Limits.NONE);

        fetch(source, tickets.getFirst().id());
        fetch(source, tickets.getFirst().id());

        assertThat(zendesk.log().count(Endpoints.SHOW_MANY)).isEqualTo(2);
        assertThat(zendesk.log().count(Endpoints.COMMENTS)).isEqualTo(2);
    }

    @Test
    void aFifthOfAllCallsMayGoWrongAndTheStagesRetriesBringEveryTicket() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(200, 3);
        ZendeskTicketSource source = source(tickets, Limits.NONE, OAUTH, Duration.ofMinutes(1), Duration.ofSeconds(2));
        zendesk.faults(FaultPlan.share(0.2, 1, Fault.ofEveryKind()));

        List<String> missing = ids(tickets);
        for (int attempt = 0; attempt < 12 && !missing.isEmpty(); attempt++) {
            Map<String, FetchResult> results = fetchAll(source, missing);
            assertThat(results).hasSameSizeAs(missing);
            missing = missing.stream()
                    .filter(id -> !(results.get(id) instanceof FetchResult.Found))
                    .toList();
            assertThat(missing)
                    .allSatisfy(id -> assertThat(results.get(id))
                            .isInstanceOfAny(FetchResult.Failed.class, FetchResult.Held.class)
                            .satisfies(result -> assertThat(mayPass(result)).isTrue()));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void whatTheShareHasNoRoomForIsGivenBackAndNotAsked() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(30, 1);
        ZendeskTicketSource source =
                source(tickets, Limits.NONE.withAccount(20), OAUTH, Duration.ofSeconds(5), Duration.ofSeconds(30));
        fetch(source, tickets.getFirst().id()); // the first answer tells the limit

        Map<String, FetchResult> results = source.fetch(ids(tickets));

        assertThat(zendesk.log().highestInAMinute())
                .as("half of 20, less the 4 that are for commands")
                .isEqualTo(6);
        assertThat(results.values())
                .hasAtLeastOneElementOfType(FetchResult.Found.class)
                .hasAtLeastOneElementOfType(FetchResult.Held.class)
                .doesNotHaveAnyElementsOfTypes(FetchResult.Failed.class);
        assertThat(((FetchResult.Held) results.values().stream()
                                .filter(FetchResult.Held.class::isInstance)
                                .findFirst()
                                .orElseThrow())
                        .resumeAfter())
                .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(61));
    }

    @Test
    void tokensThatAreRevokedMeanwhileAreReplaced() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(50, 1);
        ZendeskTicketSource source = source(tickets, Limits.NONE);
        fetch(source, tickets.getFirst().id());

        zendesk.revokeTokens();

        assertThat(source.fetch(ids(tickets)).values()).hasOnlyElementsOfType(FetchResult.Found.class);
        assertThat(zendesk.log().count(Endpoints.TOKENS)).isEqualTo(2);
    }

    @Test
    void wrongCredentialsFailEveryTicketWithOneCall() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(50, 1);
        ZendeskTicketSource source = source(
                tickets,
                Limits.NONE,
                new ZendeskCredentials.ApiToken("agent@example.com", "no"),
                Duration.ofMinutes(1),
                Duration.ofSeconds(30));

        Map<String, FetchResult> first = source.fetch(ids(tickets));
        Map<String, FetchResult> later = source.fetch(ids(tickets));

        assertThat(List.of(first, later))
                .allSatisfy(results -> assertThat(results.values())
                        .allSatisfy(
                                result -> assertThat(failed(result).failure().message())
                                        .isEqualTo("Zendesk refused the credentials (401); check ZENDESK_EMAIL and"
                                                + " ZENDESK_API_KEY")));
        assertThat(zendesk.log().count()).isEqualTo(1);
    }

    @Test
    void linksToAnotherHostAreNotFollowedAndTheTicketIsReadWhole() throws Exception {
        List<FakeTicket> tickets = MadeUpTickets.of(1, 150);
        ZendeskTicketSource source = source(tickets, Limits.NONE);
        try (FakeZendesk hostile = new FakeZendesk(tickets, Limits.NONE)) {
            hostile.start(0);
            zendesk.linkTo(hostile.url());

            FetchResult result = fetch(source, tickets.getFirst().id());

            assertThat(((FetchResult.Found) result).ticket().comments()).hasSize(150);
            assertThat(hostile.log().count()).isZero();
        }
    }

    @Test
    void aTicketThatNoRecordCouldHoldFailsBeforeAllOfItIsRead() throws Exception {
        FakeTicket small = MadeUpTickets.of(1, 1).getFirst();
        List<JsonNode> comments = IntStream.range(0, 300)
                .<JsonNode>mapToObj(number ->
                        JsonNodeFactory.instance.objectNode().put("id", number).put("plain_body", "x".repeat(60_000)))
                .toList();
        ZendeskTicketSource source =
                source(List.of(new FakeTicket(small.ticket(), comments, small.users())), Limits.NONE);

        FetchResult.Failed failed = failed(fetch(source, small.id()));

        assertThat(failed.failure().errorType()).isEqualTo(ErrorType.RECORD_TOO_LARGE);
        assertThat(failed.failure().message()).contains("8388608 bytes", "RECORD_MAX_BYTES");
        assertThat(zendesk.log().count(Endpoints.COMMENTS)).isEqualTo(2);
    }

    private ZendeskTicketSource source(Collection<FakeTicket> tickets, Limits limits) throws Exception {
        return source(tickets, limits, OAUTH, Duration.ofMinutes(1), Duration.ofSeconds(30));
    }

    private ZendeskTicketSource source(
            Collection<FakeTicket> tickets,
            Limits limits,
            ZendeskCredentials credentials,
            Duration patience,
            Duration timeout)
            throws Exception {
        zendesk = new FakeZendesk(tickets, limits);
        zendesk.start(0);
        ZendeskSettings settings = new ZendeskSettings(
                new ZendeskAddress(URI.create(zendesk.url().toString().replaceAll("/$", ""))),
                credentials,
                new RateShare(50, 1, 100_000, RateShare.Caller.FETCHER),
                timeout,
                CONNECTIONS);
        return new ZendeskTicketSource(
                new ZendeskClient(settings),
                TicketMappingSettings.DEFAULT,
                new ZendeskSourceSettings(CONNECTIONS, patience, RECORD_BYTES));
    }

    /** Fetches as the stage does: a thread for each ticket, so many at once as the source asks for. */
    private static Map<String, FetchResult> fetchAll(ZendeskTicketSource source, List<String> ids) throws Exception {
        Semaphore permits = new Semaphore(source.ticketsAtOnce(CONNECTIONS));
        Map<String, FetchResult> results = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String id : ids) {
                permits.acquire();
                Future<?> call = threads.submit((Callable<Void>) () -> {
                    try {
                        results.putAll(source.fetch(List.of(id)));
                        return null;
                    } finally {
                        permits.release();
                    }
                });
                assertThat(call).isNotNull();
            }
        }
        return results;
    }

    /** Faults by the number of the call for comments, from 1. */
    private static FaultPlan callsOfComments(Map<Integer, Fault> faults) {
        AtomicInteger calls = new AtomicInteger();
        return request -> request.endpoint().equals(Endpoints.COMMENTS) ? faults.get(calls.incrementAndGet()) : null;
    }

    private static FetchResult fetch(ZendeskTicketSource source, long id) throws InterruptedException {
        return source.fetch(List.of(Long.toString(id))).get(Long.toString(id));
    }

    private static boolean mayPass(FetchResult result) {
        return result instanceof FetchResult.Held || failed(result).failure().retryable();
    }

    private static FetchResult.Failed failed(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        return (FetchResult.Failed) result;
    }

    private static List<String> ids(Collection<FakeTicket> tickets) {
        return tickets.stream().map(ticket -> Long.toString(ticket.id())).toList();
    }
}
