package io.github.ticketsummarizer.fakes.zendesk;

import static io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets.FIRST_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.zendesk.ZendeskCaller.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeZendeskTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TOKEN_REQUEST = """
            {"grant_type":"client_credentials","client_id":"fake-client","client_secret":"fake-secret","scope":"read",
             "expires_in":300}""";

    private final List<AutoCloseable> open = new ArrayList<>();
    private Instant now = NOW;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void aTicketIsReadByItsIdWithAndWithoutJson() throws Exception {
        ZendeskCaller caller = caller(started(2, 1));

        Answer answer = caller.get("/api/v2/tickets/" + FIRST_ID);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("ticket").path("subject").asText()).isEqualTo("Made-up ticket 1");
        assertThat(answer.body().path("ticket").has("comments")).isFalse();
        assertThat(caller.get("/api/v2/tickets/%d.json".formatted(FIRST_ID)).body())
                .isEqualTo(answer.body());
    }

    @Test
    void anUnknownAndADeletedTicketAreNotFoundAlike() throws Exception {
        FakeZendesk zendesk = started(2, 1);
        zendesk.put(deleted(MadeUpTickets.of(2, 1).getLast()));
        ZendeskCaller caller = caller(zendesk);

        for (long id : List.of(FIRST_ID + 1, 1L)) {
            Answer answer = caller.get("/api/v2/tickets/" + id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.http().body()).isEqualTo("{\"error\":\"RecordNotFound\",\"description\":\"Not found\"}");
            assertThat(caller.get("/api/v2/tickets/%d/comments".formatted(id)).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void showManyLeavesOutWhatItCannotShow() throws Exception {
        FakeZendesk zendesk = started(3, 1);
        zendesk.put(deleted(MadeUpTickets.of(3, 1).get(1)));

        Answer answer = caller(zendesk)
                .get("/api/v2/tickets/show_many?ids=%d,7,%d,%d,%d"
                        .formatted(FIRST_ID + 2, FIRST_ID + 1, FIRST_ID, FIRST_ID));

        assertThat(answer.ids("tickets")).containsExactly(FIRST_ID + 2, FIRST_ID);
        assertThat(answer.body().path("count").asInt()).isEqualTo(2);
        assertThat(answer.body().path("next_page").isNull()).isTrue();
    }

    @Test
    void showManyTakesAHundredIdsAndNumbersOnly() throws Exception {
        ZendeskCaller caller = caller(started(101, 1));

        assertThat(caller.get("/api/v2/tickets/show_many?ids=" + ids(100)).ids("tickets"))
                .hasSize(100);
        assertThat(caller.get("/api/v2/tickets/show_many?ids=" + ids(101)).status())
                .isEqualTo(400);
        assertThat(caller.get("/api/v2/tickets/show_many?ids=a").status()).isEqualTo(400);
        assertThat(caller.get("/api/v2/tickets/show_many").status()).isEqualTo(400);
    }

    @Test
    void commentsComeByCursorWithTheirAuthors() throws Exception {
        ZendeskCaller caller = caller(started(1, 5));
        String comments = "/api/v2/tickets/%d/comments".formatted(FIRST_ID);

        Answer first = caller.get(comments + "?page[size]=2&include=users");
        Answer second = caller.follow(first.body().path("links").path("next").asText());
        Answer third = caller.get(comments + "?page[size]=2&page[after]="
                + second.body().path("meta").path("after_cursor").asText());

        assertThat(first.ids("users")).containsExactly(9001L, 9002L);
        assertThat(first.ids("comments")).containsExactly(1_000_000_000L, 1_000_000_001L);
        assertThat(first.body().has("count")).isFalse();
        assertThat(second.ids("comments")).containsExactly(1_000_000_002L, 1_000_000_003L);
        assertThat(second.ids("users")).containsExactly(9001L, 9002L);
        assertThat(third.ids("comments")).containsExactly(1_000_000_004L);
        assertThat(third.body().has("users")).isFalse();
        assertThat(third.body().path("meta").path("has_more").asBoolean()).isFalse();
        assertThat(third.body().path("links").path("next").isNull()).isTrue();
        assertThat(caller.get(comments + "?page[size]=1&sort=-created_at").ids("comments"))
                .containsExactly(1_000_000_004L);
    }

    @Test
    void wrongPagesAreRefused() throws Exception {
        ZendeskCaller caller = caller(started(2, 5));
        String path = "/api/v2/tickets/%d/comments?page[size]=%s%s";
        String cursor = caller.get(path.formatted(FIRST_ID, "2", ""))
                .body()
                .path("meta")
                .path("after_cursor")
                .asText();

        assertThat(caller.get(path.formatted(FIRST_ID, "101", "")).status()).isEqualTo(400);
        assertThat(caller.get(path.formatted(FIRST_ID, "0", "")).status()).isEqualTo(400);
        assertThat(caller.get(path.formatted(FIRST_ID, "2", "&page[after]=x")).status())
                .isEqualTo(400);
        assertThat(caller.get(path.formatted(FIRST_ID + 1, "2", "&page[after]=" + cursor))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void withoutASizeCommentsComeInTheOlderForm() throws Exception {
        ZendeskCaller caller = caller(started(1, 150));
        String comments = "/api/v2/tickets/%d/comments".formatted(FIRST_ID);

        Answer first = caller.get(comments);
        Answer second = caller.follow(first.body().path("next_page").asText());

        assertThat(first.body().path("count").asInt()).isEqualTo(150);
        assertThat(first.body().has("meta")).isFalse();
        assertThat(first.ids("comments")).hasSize(100);
        assertThat(second.ids("comments")).hasSize(50);
        assertThat(second.body().path("next_page").isNull()).isTrue();
        assertThat(caller.get(comments + "?page=101").status()).isEqualTo(400);
    }

    @Test
    void tokensAreHandedOutToTheClientExpireAndCanBeRevoked() throws Exception {
        FakeZendesk zendesk = started(1, 1);
        ZendeskCaller caller = caller(zendesk);

        Answer token = caller.token(TOKEN_REQUEST);
        assertThat(token.body().path("expires_in").asInt()).isEqualTo(300);
        assertThat(token.body().path("token_type").asText()).isEqualTo("bearer");
        assertThat(token.body().path("scope").asText()).isEqualTo("read");
        caller.bearer(token.body().path("access_token").asText());
        assertThat(caller.get("/api/v2/tickets/" + FIRST_ID).status()).isEqualTo(200);
        now = NOW.plusSeconds(300);
        Answer expired = caller.get("/api/v2/tickets/" + FIRST_ID);
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.body().path("error").asText()).isEqualTo("invalid_token");
        caller.bearer(caller.token(TOKEN_REQUEST).body().path("access_token").asText());
        assertThat(caller.get("/api/v2/tickets/" + FIRST_ID).status()).isEqualTo(200);
        zendesk.revokeTokens();
        assertThat(caller.get("/api/v2/tickets/" + FIRST_ID).status()).isEqualTo(401);
    }

    @Test
    void aWrongRequestForATokenIsRefusedByName() throws Exception {
        ZendeskCaller caller = caller(started(1, 1));

        Map<String, String> errors = Map.of(
                TOKEN_REQUEST.replace("fake-secret", "guess"),
                "401 invalid_client",
                TOKEN_REQUEST.replace("client_credentials", "password"),
                "400 unsupported_grant_type",
                TOKEN_REQUEST.replace("\"read\"", "\"write\""),
                "400 invalid_scope",
                TOKEN_REQUEST.replace("300", "299"),
                "400 invalid_request",
                "grant_type=client_credentials",
                "400 unsupported_grant_type");

        for (Map.Entry<String, String> error : errors.entrySet()) {
            Answer answer = caller.token(error.getKey());
            assertThat(answer.status() + " " + answer.body().path("error").asText())
                    .isEqualTo(error.getValue());
        }
    }

    @Test
    void theAgentsApiTokenIsTakenAndNothingElse() throws Exception {
        ZendeskCaller caller = caller(started(1, 1));

        caller.basic("agent@example.com/token", "fake-api-token");
        assertThat(caller.get("/api/v2/tickets/" + FIRST_ID).status()).isEqualTo(200);
        caller.basic("agent@example.com", "fake-api-token");
        Answer refused = caller.get("/api/v2/tickets/" + FIRST_ID);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.http().body()).isEqualTo("{\"error\":\"Couldn't authenticate you\"}");
    }

    @Test
    void theAccountsLimitAnswersWithTheTimeToWait() throws Exception {
        ZendeskCaller caller = caller(started(1, 1, Limits.NONE.withAccount(2)));
        String ticket = "/api/v2/tickets/" + FIRST_ID;

        assertThat(caller.get(ticket).header("X-Rate-Limit-Remaining")).isEqualTo("1");
        now = NOW.plusSeconds(10);
        assertThat(caller.get(ticket)).satisfies(last -> {
            assertThat(last.header("X-Rate-Limit")).isEqualTo("2");
            assertThat(last.header("ratelimit-limit")).isEqualTo("2");
            assertThat(last.header("ratelimit-remaining")).isEqualTo("0");
            assertThat(last.header("ratelimit-reset")).isEqualTo("50");
        });
        assertThat(caller.get(ticket)).satisfies(limited -> {
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.header("Retry-After")).isEqualTo("50");
            assertThat(limited.header("ratelimit-remaining")).isEqualTo("0");
        });
        now = NOW.plusSeconds(60);
        assertThat(caller.get(ticket).status()).isEqualTo(200);
    }

    @Test
    void anEndpointsLimitBitesWhileTheAccountHasRoom() throws Exception {
        ZendeskCaller caller = caller(started(1, 1, new Limits(100, Map.of(Endpoints.COMMENTS, 1))));
        String ticket = "/api/v2/tickets/" + FIRST_ID;

        assertThat(caller.get(ticket + "/comments").header("zendesk-ratelimit-comments"))
                .isEqualTo("total=1; remaining=0; resets=60");
        Answer limited = caller.get(ticket + "/comments");

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).isEqualTo("60");
        assertThat(limited.header("ratelimit-remaining")).isEqualTo("98");
        assertThat(caller.get(ticket).status()).isEqualTo(200);
    }

    @Test
    void anyErrorShapeAndARedirectCanBePutInTheWay() throws Exception {
        FakeZendesk zendesk = started(1, 1);
        ZendeskCaller caller = caller(zendesk);
        List<FakeAnswer> wanted = List.of(
                ZendeskErrors.gone(),
                ZendeskErrors.forbidden(),
                ZendeskErrors.forbiddenAsObject(),
                ZendeskErrors.maintenance(Duration.ofSeconds(3)),
                FakeAnswer.redirect("http://elsewhere.example.com/"));
        zendesk.faults(FaultPlan.first(
                Endpoints.TICKET, wanted.stream().map(Fault.Instead::new).toArray(Fault[]::new)));

        for (FakeAnswer answer : wanted) {
            Answer got = caller.get("/api/v2/tickets/" + FIRST_ID);
            assertThat(got.status()).isEqualTo(answer.status());
            assertThat(got.http().body()).isEqualTo(answer.body());
        }
        assertThat(caller.get("/api/v2/tickets/" + FIRST_ID).status()).isEqualTo(200);
    }

    @Test
    void linksToFurtherPagesCanLeadElsewhere() throws Exception {
        FakeZendesk zendesk = started(1, 2);
        zendesk.linkTo(URI.create("http://127.0.0.2:9"));

        Answer answer =
                caller(zendesk).get("/api/v2/tickets/%d/comments?page[size]=1&include=users".formatted(FIRST_ID));

        assertThat(answer.body().path("links").path("next").asText())
                .startsWith(
                        "http://127.0.0.2:9/api/v2/tickets/%d/comments?page%%5Bsize%%5D=1&include=users&page%%5Bafter"
                                .formatted(FIRST_ID));
    }

    @Test
    void ticketsComeFromFiles(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.json"), """
                {"ticket":{"id":7,"subject":"From a file"},"comments":[{"id":1,"author_id":2}],"users":[{"id":2}]}""");
        FakeZendesk zendesk = started(TicketFiles.in(folder), Limits.NONE);

        Answer comments = caller(zendesk).get("/api/v2/tickets/7/comments?page[size]=100&include=users");

        assertThat(comments.ids("comments")).containsExactly(1L);
        assertThat(comments.ids("users")).containsExactly(2L);
    }

    private static FakeTicket deleted(FakeTicket ticket) {
        ObjectNode header = ticket.ticket().deepCopy().put("status", "deleted");
        return new FakeTicket(header, ticket.comments(), ticket.users());
    }

    private static String ids(int count) {
        return LongStream.range(FIRST_ID, FIRST_ID + count)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(","));
    }

    private FakeZendesk started(int tickets, int commentsEach) throws IOException {
        return started(tickets, commentsEach, Limits.NONE);
    }

    private FakeZendesk started(int tickets, int commentsEach, Limits limits) throws IOException {
        return started(MadeUpTickets.of(tickets, commentsEach), limits);
    }

    private FakeZendesk started(List<FakeTicket> tickets, Limits limits) throws IOException {
        FakeZendesk zendesk = new FakeZendesk(tickets, limits, Credentials.DEFAULT, () -> now);
        open.add(zendesk);
        zendesk.start(0);
        return zendesk;
    }

    private ZendeskCaller caller(FakeZendesk zendesk) {
        ZendeskCaller caller = new ZendeskCaller(zendesk);
        open.add(caller);
        return caller;
    }
}
