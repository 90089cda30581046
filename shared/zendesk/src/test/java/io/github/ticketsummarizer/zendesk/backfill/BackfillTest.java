package io.github.ticketsummarizer.zendesk.backfill;

import static io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets.FIRST_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.github.ticketsummarizer.fakes.zendesk.ZendeskErrors;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackfillTest {
    private static final BackfillQuery ALL = new BackfillQuery.Search("type:ticket");

    private final List<String> notes = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<IdPage> pages = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private boolean isToldToEnd;
    private FakeZendesk zendesk;

    @BeforeEach
    void start() throws IOException {
        zendesk = new FakeZendesk(MadeUpTickets.of(250, 1), Limits.DEFAULT, Credentials.DEFAULT, () -> now);
        zendesk.start(0);
    }

    @AfterEach
    void close() {
        zendesk.close();
    }

    @Test
    void aSearchIsReadToItsEnd() throws Exception {
        boolean ended = backfill(ALL).read(null, pages::add);

        assertThat(ended).isTrue();
        assertThat(pages).extracting(page -> page.ticketIds().size()).containsExactly(100, 100, 50);
        assertThat(ids()).isEqualTo(madeUp(0, 250));
        assertThat(zendesk.log().exchanges(Endpoints.SEARCH_EXPORT))
                .extracting(Exchange::status)
                .containsExactly(200, 200, 200);
        assertThat(waits).isEmpty();
    }

    @Test
    void aQueryGoesToZendeskAsItIs() throws Exception {
        String query = "subject:\"Ünïcode & more\" created>2026-01-01 tags:a+b";

        backfill(new BackfillQuery.Search(query)).read(null, pages::add);

        assertThat(zendesk.log()
                        .exchanges(Endpoints.SEARCH_EXPORT)
                        .getFirst()
                        .request()
                        .query())
                .isEqualTo(Map.of(
                        "filter[type]", List.of("ticket"), "page[size]", List.of("100"), "query", List.of(query)));
    }

    @Test
    void changesLeaveOutTicketsThatAreDeletedOrWereOnlyTouchedByZendesk() throws Exception {
        zendesk.put(changed(100, "status", "deleted"));
        FakeTicket touched = changed(101, "updated_at", "2026-01-01T00:00:00Z");
        touched.ticket()
                .put(
                        "generated_timestamp",
                        Instant.parse("2026-02-01T00:00:00Z").getEpochSecond());
        zendesk.put(touched);
        Instant updateOfTicket99 = Instant.parse(
                MadeUpTickets.of(100, 1).getLast().ticket().path("updated_at").asText());

        backfill(new BackfillQuery.UpdatedSince(updateOfTicket99)).read(null, pages::add);

        List<String> expected = new ArrayList<>(madeUp(99, 250));
        expected.removeAll(madeUp(100, 102));
        assertThat(ids()).isEqualTo(expected);
    }

    @Test
    void faultsAreWaitedOutAsLongAsZendeskAsksAtLeast() throws Exception {
        zendesk.faults(FaultPlan.first(
                Endpoints.SEARCH_EXPORT,
                Fault.html(503),
                Fault.junk(),
                new Fault.Truncated(),
                new Fault.CutOff(),
                new Fault.Instead(ZendeskErrors.maintenance(Duration.ofSeconds(90)))));

        backfill(ALL).read(null, pages::add);

        assertThat(ids()).isEqualTo(madeUp(0, 250));
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 90L);
        assertThat(notes)
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("waiting 90 s for Zendesk: Zendesk is not available (503); see status.zendesk.com");
    }

    @Test
    void anOutageEndsItAfterTwelveCallsAndWhatWasReadStays() throws Exception {
        Backfill backfill = backfill(ALL);

        assertThatThrownBy(() -> backfill.read(null, page -> {
                    pages.add(page);
                    zendesk.faults(FaultPlan.every(Endpoints.SEARCH_EXPORT, Fault.html(502)));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        BackfillException.class,
                        e -> assertThat(e.failure().errorType()).isEqualTo(ErrorType.ZENDESK_UNAVAILABLE));

        assertThat(ids()).isEqualTo(madeUp(0, 100));
        assertThat(zendesk.log().count(Endpoints.SEARCH_EXPORT)).isEqualTo(13);
        assertThat(waits).last().isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void refusedCredentialsEndItAtOnce() {
        Map<String, String> wrong = Map.of("ZENDESK_OAUTH_TOKEN", "wrong");

        assertThatThrownBy(() -> ALL.from(client(wrong), patience()).read(null, pages::add))
                .isInstanceOfSatisfying(
                        BackfillException.class,
                        e -> assertThat(e.failure().errorType()).isEqualTo(ErrorType.ZENDESK_AUTH))
                .hasMessageContaining("ZENDESK_OAUTH_TOKEN");

        assertThat(zendesk.log().count()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void whoTakesThePagesCanEndIt() throws Exception {
        boolean ended = backfill(ALL).read(null, page -> !pages.add(page));

        assertThat(ended).isFalse();
        assertThat(ids()).isEqualTo(madeUp(0, 100));
    }

    @Test
    void itGoesOnFromACursor() throws Exception {
        backfill(ALL).read(null, pages::add);
        String cursor = pages.getFirst().cursor();
        pages.clear();

        backfill(ALL).read(cursor, pages::add);

        assertThat(ids()).isEqualTo(madeUp(100, 250));
    }

    @Test
    void aSearchWhoseCursorHasEndedIsReadAnew() throws Exception {
        backfill(ALL).read(null, pages::add);
        String cursor = pages.getFirst().cursor();
        pages.clear();
        now = now.plus(Duration.ofHours(2));

        boolean ended = backfill(ALL).read(cursor, pages::add);

        assertThat(ended).isTrue();
        assertThat(ids()).isEqualTo(madeUp(0, 250));
        assertThat(notes).containsExactly("Zendesk does not know the place in the list any more; reading it anew");
    }

    @Test
    void aWaitCanBeEnded() throws Exception {
        isToldToEnd = true;
        zendesk.faults(FaultPlan.every(Endpoints.SEARCH_EXPORT, Fault.rateLimited(Duration.ofSeconds(30))));

        boolean ended = backfill(ALL).read(null, pages::add);

        assertThat(ended).isFalse();
        assertThat(pages).isEmpty();
        assertThat(waits).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void callsBeyondTheShareWaitForTheirTime() throws Exception {
        isToldToEnd = true;
        ZendeskClient client = client(Map.of("ZENDESK_RATE_SHARE", "10"));
        BackfillQuery changes = new BackfillQuery.UpdatedSince(Instant.parse("2026-01-01T00:00:00Z"));
        changes.from(client, patience()).read(null, pages::add);

        boolean ended = changes.from(client, patience()).read(null, pages::add);

        assertThat(ended).isFalse();
        assertThat(zendesk.log().count(Endpoints.INCREMENTAL)).isEqualTo(1);
        assertThat(notes).singleElement().asString().endsWith("for Zendesk: its rate limit");
    }

    private static FakeTicket changed(int number, String field, String value) {
        FakeTicket ticket = MadeUpTickets.of(number + 1, 1).getLast();
        ObjectNode header = ticket.ticket().deepCopy().put(field, value);
        return new FakeTicket(header, ticket.comments(), ticket.users());
    }

    private Backfill backfill(BackfillQuery query) {
        return query.from(client(Map.of()), patience());
    }

    private BackfillPatience patience() {
        return new BackfillPatience(
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                time -> {
                    waits.add(time);
                    return isToldToEnd;
                },
                notes::add);
    }

    private ZendeskClient client(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "ZENDESK_BASE_URL",
                zendesk.url().toString(),
                "ZENDESK_OAUTH_TOKEN",
                Credentials.DEFAULT.bearerToken(),
                "ZENDESK_RATE_SHARE",
                "100"));
        values.putAll(more);
        Settings settings = new Settings(values);
        ZendeskSettings read = ZendeskSettings.from(settings, 1).orElseThrow();
        settings.requireValid();
        return new ZendeskClient(read);
    }

    private List<String> ids() {
        return pages.stream().flatMap(page -> page.ticketIds().stream()).toList();
    }

    private static List<String> madeUp(int from, int to) {
        return LongStream.range(FIRST_ID + from, FIRST_ID + to)
                .mapToObj(Long::toString)
                .toList();
    }
}
