package io.github.ticketsummarizer.fetcher;

import static io.github.ticketsummarizer.fetcher.FetcherFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.stage.RecordLimit;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.zendesk.FetchResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetcherTopologyTest {
    private static final String OURS = "00-11111111111111111111111111111111-2222222222222222-00";

    private final FetcherFixture fetcher = new FetcherFixture(FetcherTopologyTest::fetch);

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void aBareIdIsAcceptedAndFetched() {
        fetcher.send("78788");

        TestRecord<String, RawTicket> fetched = fetcher.awaitRawTickets(1).getFirst();
        List<TestRecord<String, StageEvent>> events = fetcher.events();

        TicketRequest request = fetched.value().request();
        Map<String, String> headers = Map.of(
                "request_id", request.requestId(),
                "traceparent", TraceContext.ofRequest(request.requestId()).traceparent());
        assertThat(request.requestId()).matches("[0-9a-f]{32}");
        assertThat(request)
                .isEqualTo(new TicketRequest(
                        request.requestId(),
                        "78788",
                        null,
                        null,
                        AnalysisType.BOTH,
                        "gemini",
                        PromptVersions.DEFAULT,
                        NOW));
        assertThat(fetched.key()).isEqualTo("78788");
        assertThat(fetched.value().ticket()).isEqualTo(ticket("78788"));
        assertThat(headers(fetched)).isEqualTo(headers);
        assertThat(events.getFirst().key()).isEqualTo("78788");
        assertThat(events.getFirst().value()).isEqualTo(StageEvent.accepted(request, NOW));
        assertThat(headers(events.getFirst())).isEqualTo(headers);
        assertThat(events)
                .extracting(event -> event.value().state())
                .containsExactly(StageEvent.State.ACCEPTED, StageEvent.State.STARTED, StageEvent.State.FINISHED);
        assertThat(fetcher.failures()).isEmpty();
    }

    @Test
    void theSameBareIdTwiceIsTwoRequests() {
        fetcher.send("78788");
        fetcher.send("78788");

        assertThat(fetcher.awaitRawTickets(2))
                .extracting(record -> record.value().request().requestId())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aRequestThatComesAgainIsDroppedUntilTheRetentionHasPassed() {
        fetcher.send("78788", ours("run:78788:1", "run"));
        fetcher.pass(Duration.ofDays(7).minusMillis(1));
        fetcher.send("{\"ticket_id\":78788,\"request_id\":\"run:78788:1\"}");
        fetcher.send("79301", ours("run:79301:1", "run"));

        assertThat(fetcher.awaitRawTickets(2))
                .extracting(record -> record.value().request().requestId())
                .containsExactlyInAnyOrder("run:78788:1", "run:79301:1");

        fetcher.pass(Duration.ofMillis(1));
        fetcher.send("78788", ours("run:78788:1", "run"));

        assertThat(fetcher.awaitRawTickets(1))
                .extracting(record -> record.value().request().requestId())
                .containsExactly("run:78788:1");
    }

    @Test
    void aRejectedRequestThatComesAgainIsDroppedAsWell() {
        fetcher.send("seven", ours("run:seven:1", "run"));
        fetcher.send("seven", ours("run:seven:1", "run"));

        assertThat(fetcher.failures()).hasSize(1);
        assertThat(fetcher.events()).hasSize(1);
    }

    @Test
    void theRootThatOurClientChoseIsKeptAndSampled() {
        fetcher.send("78788", ours("run:78788:1", "run"));

        TestRecord<String, RawTicket> fetched = fetcher.awaitRawTickets(1).getFirst();

        assertThat(headers(fetched))
                .isEqualTo(Map.of(
                        "request_id", "run:78788:1",
                        "run_id", "run",
                        "traceparent", "00-11111111111111111111111111111111-2222222222222222-01"));
        assertThat(fetched.value().request().runId()).isEqualTo("run");
    }

    @Test
    void aForeignOrBrokenTraceIsReplacedByOneOfTheTicketsOwn() {
        Headers foreign = ours("foreign", "run").remove("ticket-root");
        Headers broken = ours("broken", "run").remove("traceparent");
        HeaderText.add(broken, "traceparent", "00-nonsense");

        fetcher.send("1", foreign);
        fetcher.send("2", broken);

        assertThat(fetcher.awaitRawTickets(2))
                .extracting(record -> headers(record).get("traceparent"))
                .containsExactlyInAnyOrder(
                        TraceContext.ofRequest("foreign").traceparent(),
                        TraceContext.ofRequest("broken").traceparent());
    }

    @Test
    void aBadIdIsAcceptedAndAnsweredByAFailure() {
        fetcher.send("ticket 7", ours("run:bad:1", "run"));

        TestRecord<String, TicketFailure> failure = fetcher.failures().getFirst();
        TestRecord<String, StageEvent> event = fetcher.events().getFirst();

        TicketRequest request = new TicketRequest(
                "run:bad:1", "ticket 7", null, "run", AnalysisType.BOTH, "gemini", PromptVersions.DEFAULT, NOW);
        CallFailure expected =
                new CallFailure(ErrorType.INVALID_TICKET_ID, failure.value().message(), false, "ticket 7", null);
        assertThat(failure.value())
                .isEqualTo(TicketFailure.of(request, null, Stage.FETCH, expected, 0, NOW)
                        .withTimings(List.of(new StageTiming(Stage.FETCH, NOW, NOW, NOW, 0))));
        assertThat(failure.value().message()).contains("'ticket 7' is not a ticket id");
        assertThat(event.value()).isEqualTo(StageEvent.accepted(request, NOW));
        assertThat(List.of(failure.key(), event.key())).containsExactly("ticket 7", "ticket 7");
        assertThat(headers(failure)).isEqualTo(headers(event)).containsOnlyKeys("request_id", "run_id", "traceparent");
    }

    @Test
    void emptyRecordsAndTombstonesAreAnsweredAndTheRestGoesOn() {
        fetcher.send((String) null);
        fetcher.send("");
        fetcher.send("78788");

        assertThat(fetcher.awaitRawTickets(1)).hasSize(1);
        assertThat(fetcher.failures())
                .extracting(record -> record.value().errorType())
                .containsExactly(ErrorType.INVALID_TICKET_ID, ErrorType.INVALID_TICKET_ID);
    }

    @Test
    void whatAnyoneSendsMakesSmallRecords() {
        String longest = "x\\u0001".repeat(50_000);
        Headers headers = new RecordHeaders();
        HeaderText.add(headers, "request_id", "\uD83D\uDE80".repeat(256));
        HeaderText.add(headers, "run_id", "\uD83D\uDE80".repeat(100));
        byte[] controls = new byte[1024 * 1024];
        Arrays.fill(controls, (byte) 1);
        controls[0] = 'x';
        controls[controls.length - 1] = 'x';

        fetcher.send(
                "{\"ticket_id\":\"%1$s\",\"analysis_type\":\"%2$s\",\"model_provider\":\"%3$s\",\"serial_no\":\"%3$s\"}"
                        .formatted(longest, "ü".repeat(64), "\uD83D\uDE80".repeat(100)),
                headers);
        fetcher.send(controls, new RecordHeaders());

        assertThat(fetcher.failures()).hasSize(2).allSatisfy(FetcherTopologyTest::isSmall);
        assertThat(fetcher.events()).hasSize(2).allSatisfy(FetcherTopologyTest::isSmall);
    }

    @Test
    void aTicketThatIsNotThereIsAFailureOfTheFetchStage() {
        fetcher.send("404", ours("run:404:1", "run"));

        TicketFailure failure = fetcher.awaitFailures(1).getFirst().value();

        assertThat(failure.errorType()).isEqualTo(ErrorType.TICKET_NOT_FOUND);
        assertThat(List.of(failure.requestId(), failure.request().ticketId())).containsExactly("run:404:1", "404");
        assertThat(fetcher.rawTickets()).isEmpty();
    }

    /** Far below 64 KiB, the least limit on records that can be set. */
    private static void isSmall(TestRecord<String, ?> record) throws JsonProcessingException {
        byte[] value = new Json().write(record.value());

        assertThat(RecordLimit.sizeOf(value, record.headers())).isLessThan(40 * 1024);
    }

    private static Headers ours(String requestId, String runId) {
        Headers headers = new RecordHeaders();
        HeaderText.add(headers, "request_id", requestId);
        HeaderText.add(headers, "run_id", runId);
        HeaderText.add(headers, "traceparent", OURS);
        HeaderText.add(headers, "ticket-root", "1");
        HeaderText.add(headers, "authorization", "not carried on");
        return headers;
    }

    private static Map<String, String> headers(TestRecord<String, ?> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static Map<String, FetchResult> fetch(List<String> ticketIds) {
        String ticketId = ticketIds.getFirst();
        FetchResult result = ticketId.equals("404")
                ? new FetchResult.Failed(CallFailure.permanent(ErrorType.TICKET_NOT_FOUND, "ticket 404 is not there"))
                : new FetchResult.Found(ticket(ticketId));
        return Map.of(ticketId, result);
    }

    private static Ticket ticket(String ticketId) {
        return new Ticket(new TicketHeader(ticketId, "", "", "", "open", null, null, 0, CustomFields.NONE), List.of());
    }
}
