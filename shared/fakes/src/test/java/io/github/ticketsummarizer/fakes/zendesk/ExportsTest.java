package io.github.ticketsummarizer.fakes.zendesk;

import static io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets.FIRST_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.zendesk.ZendeskCaller.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of five tickets, each an hour younger than the one before, the first at nine and the fourth deleted. */
class ExportsTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:01:00Z");
    private static final String SEARCH = "/api/v2/search/export?filter[type]=ticket&page[size]=2&query=";
    private static final String CHANGED = "/api/v2/incremental/tickets/cursor?per_page=2&";

    private Instant now = NINE.plus(Duration.ofHours(4)).plusSeconds(60);
    private FakeZendesk zendesk;
    private ZendeskCaller caller;

    @BeforeEach
    void start() throws IOException {
        List<FakeTicket> tickets = new ArrayList<>(MadeUpTickets.of(5, 1));
        ObjectNode fourth = tickets.get(3).ticket().put("status", "deleted");
        tickets.set(3, new FakeTicket(fourth, List.of(), List.of()));
        zendesk = new FakeZendesk(tickets, Limits.DEFAULT, Credentials.DEFAULT, () -> now);
        zendesk.start(0);
        caller = new ZendeskCaller(zendesk);
    }

    @AfterEach
    void close() {
        caller.close();
        zendesk.close();
    }

    @Test
    void aSearchIsExportedPageByPageWithoutDeletedTickets() throws Exception {
        Answer first = caller.get(SEARCH + "type:ticket");
        Answer second = caller.follow(first.body().path("links").path("next").asText());

        assertThat(first.ids("results")).containsExactly(FIRST_ID, FIRST_ID + 1);
        assertThat(first.body().path("results").path(0).path("result_type").asText())
                .isEqualTo("ticket");
        assertThat(first.header("zendesk-ratelimit-search-export")).startsWith("total=100; remaining=99");
        assertThat(second.ids("results")).containsExactly(FIRST_ID + 2, FIRST_ID + 4);
        assertThat(second.body().path("meta").path("has_more").asBoolean()).isFalse();
    }

    @Test
    void aSearchCursorLivesForAnHour() throws Exception {
        String next = caller.get(SEARCH + "type:ticket")
                .body()
                .path("links")
                .path("next")
                .asText();

        now = now.plus(Duration.ofHours(1));
        assertThat(caller.follow(next).status()).isEqualTo(200);
        now = now.plusSeconds(1);
        assertThat(caller.follow(next).status()).isEqualTo(400);
    }

    @Test
    void aSearchWithoutItsTypeIsRefused() throws Exception {
        assertThat(caller.get("/api/v2/search/export?query=x").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status:solved tags:made_up  | 4
                    status:open                 | 0
                    created>=2026-01-05         | 4
                    created>2026-01-05          | 0
                    created<2026-01-05          | 0
                    created<=2026-01-05         | 4
                    created:2026-01-05          | 4
                    updated>2026-01-05T10:30:00Z | 2
                    "ticket 3"                  | 1
                    Ticket 3                    | 1
                    nosuch:thing                | 0
                    """)
    void aSearchUnderstandsTheseTerms(String query, int found) throws Exception {
        String encoded = query.replace(" ", "%20")
                .replace("\"", "%22")
                .replace(">", "%3E")
                .replace("<", "%3C");

        Answer answer = caller.get("/api/v2/search/export?filter[type]=ticket&query=" + encoded);

        assertThat(answer.ids("results")).hasSize(found);
    }

    @Test
    void changesComeInTheirOrderWithDeletedTicketsAndRepetitions() throws Exception {
        Answer first = caller.get(CHANGED + "start_time=" + NINE.plusSeconds(1).getEpochSecond());
        Answer second = caller.follow(first.body().path("after_url").asText());
        Answer third = caller.get(
                CHANGED + "cursor=" + second.body().path("after_cursor").asText());

        assertThat(first.ids("tickets")).containsExactly(FIRST_ID + 1, FIRST_ID + 2);
        assertThat(first.body().path("end_of_stream").asBoolean()).isFalse();
        assertThat(second.ids("tickets")).containsExactly(FIRST_ID + 2, FIRST_ID + 3, FIRST_ID + 4);
        assertThat(second.body().path("tickets").path(1).path("status").asText())
                .isEqualTo("deleted");
        assertThat(second.body().path("end_of_stream").asBoolean()).isTrue();
        assertThat(third.ids("tickets")).isEmpty();
    }

    @Test
    void changesOfTheLastMinuteAndDeletedTicketsCanBeMissing() throws Exception {
        now = now.minusSeconds(1);

        Answer answer = caller.get("/api/v2/incremental/tickets/cursor?exclude_deleted=true&start_time="
                + NINE.plus(Duration.ofHours(2)).getEpochSecond());

        assertThat(answer.ids("tickets")).containsExactly(FIRST_ID + 2);
        assertThat(answer.body().path("end_of_stream").asBoolean()).isTrue();
    }

    @Test
    void aStartTooLateOrMissingIsRefusedAndTenCallsAMinuteAreTaken() throws Exception {
        String old = CHANGED + "start_time=" + NINE.getEpochSecond();

        assertThat(caller.get(CHANGED + "start_time=" + now.minusSeconds(59).getEpochSecond())
                        .status())
                .isEqualTo(400);
        assertThat(caller.get(CHANGED).status()).isEqualTo(400);
        for (int i = 3; i <= 10; i++) {
            assertThat(caller.get(old).status()).isEqualTo(200);
        }
        assertThat(caller.get(old).status()).isEqualTo(429);
    }
}
