package io.github.ticketsummarizer.aggregator;

import static io.github.ticketsummarizer.aggregator.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.TraceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MergeTest {
    private final AggregatorFixture aggregator = new AggregatorFixture();

    @AfterEach
    void close() {
        aggregator.close();
    }

    /** What the aggregator reads of a ticket. */
    private enum Kind {
        ACCEPTED,
        SYNTHESIZED,
        POD,
        DIAGNOSTICS;

        Object record(TicketRequest request) {
            return switch (this) {
                case ACCEPTED -> Samples.accepted(request);
                case SYNTHESIZED -> Samples.synthesized(request);
                case POD -> Samples.podResult(request);
                case DIAGNOSTICS -> Samples.diagnosticsResult(request);
            };
        }
    }

    @ParameterizedTest
    @MethodSource("everyOrder")
    void reportIsMadeOnceWhateverTheOrderOfArrival(AnalysisType type, List<Kind> order) {
        TicketRequest request = Samples.request(type);
        List<Kind> missing = new ArrayList<>(order);
        missing.remove(Kind.ACCEPTED);
        List<TicketReport> reports = new ArrayList<>();

        for (Kind kind : order) {
            aggregator.send(kind.record(request));
            missing.remove(kind);
            reports.addAll(aggregator.reports());
            assertThat(reports).hasSize(missing.isEmpty() ? 1 : 0);
        }

        assertThat(reports).containsExactly(success(request));
        assertThat(aggregator.openRequests()).isEmpty();
    }

    static Stream<Arguments> everyOrder() {
        return Map.of(
                        AnalysisType.POD, List.of(Kind.ACCEPTED, Kind.SYNTHESIZED, Kind.POD),
                        AnalysisType.DIAGNOSTICS, List.of(Kind.ACCEPTED, Kind.SYNTHESIZED, Kind.DIAGNOSTICS),
                        AnalysisType.BOTH, Arrays.asList(Kind.values()))
                .entrySet()
                .stream()
                .flatMap(type -> permutations(type.getValue()).map(order -> Arguments.of(type.getKey(), order)));
    }

    @ParameterizedTest
    @EnumSource(names = {"FETCH", "SYNTHESIS"})
    void failureBeforeTheAnalysesFailsTheTicketAtOnce(Stage stage) {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(Samples.accepted(request));

        aggregator.send(Samples.failure(request, stage, ErrorType.ZENDESK_UNAVAILABLE));

        assertThat(aggregator.reports())
                .containsExactly(new TicketReport(
                        request,
                        ReportStatus.FAILED,
                        stage == Stage.FETCH ? null : Samples.header(request, "Nothing happens at step 3."),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(error(stage, ErrorType.ZENDESK_UNAVAILABLE)),
                        List.of(),
                        List.of(mergedAtOnce()),
                        traceOf(request),
                        NOW));
    }

    @Test
    void callsThatWerePaidBeforeAFailureStandOnItsReport() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        List<ModelCall> calls = List.of(Samples.call("synthesis"), Samples.call("synthesis"));
        CallFailure failure = CallFailure.permanent(ErrorType.LLM_INVALID_ANSWER, "no summary");
        aggregator.send(Samples.accepted(request));

        aggregator.send(TicketFailure.of(request, null, Stage.SYNTHESIS, failure, 1, NOW)
                .withCalls(calls));

        assertThat(aggregator.reports())
                .singleElement()
                .satisfies(report -> assertThat(report.calls()).isEqualTo(calls));
    }

    @ParameterizedTest
    @EnumSource(names = {"CATEGORIZATION", "DIAGNOSTICS"})
    void oneFailedAnalysisOfTwoMakesThePartialReport(Stage failed) {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        boolean isPodThere = failed == Stage.DIAGNOSTICS;
        aggregator.send(Samples.accepted(request));
        aggregator.send(Samples.failure(request, failed, ErrorType.LLM_TIMEOUT));
        aggregator.send(isPodThere ? Samples.podResult(request) : Samples.diagnosticsResult(request));
        assertThat(aggregator.reports()).isEmpty();

        aggregator.send(Samples.synthesized(request));

        assertThat(aggregator.reports())
                .containsExactly(new TicketReport(
                        request,
                        ReportStatus.PARTIAL,
                        Samples.synthesized(request).ticket(),
                        Samples.SYNTHESIS,
                        isPodThere ? Samples.CATEGORIZATION : null,
                        isPodThere ? null : Samples.DIAGNOSTICS,
                        isPodThere ? 3 : null,
                        isPodThere ? null : 4,
                        List.of(error(failed, ErrorType.LLM_TIMEOUT)),
                        List.of(Samples.call("synthesis"), Samples.call(isPodThere ? "categorization" : "diagnostics")),
                        List.of(
                                Samples.timing(Stage.FETCH),
                                Samples.timing(Stage.SYNTHESIS),
                                Samples.timing(isPodThere ? Stage.CATEGORIZATION : Stage.DIAGNOSTICS),
                                mergedAtOnce()),
                        traceOf(request),
                        NOW));
    }

    @Test
    void bothAnalysesFailedFailTheTicketWithBothErrors() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(Samples.failure(request, Stage.DIAGNOSTICS, ErrorType.LLM_BLOCKED));
        aggregator.send(Samples.synthesized(request));
        aggregator.send(Samples.failure(request, Stage.CATEGORIZATION, ErrorType.LLM_TIMEOUT));

        assertThat(aggregator.reports()).singleElement().satisfies(report -> {
            assertThat(report.reportStatus()).isEqualTo(ReportStatus.FAILED);
            assertThat(report.synthesis()).isEqualTo(Samples.SYNTHESIS);
            assertThat(report.errors())
                    .containsExactly(
                            error(Stage.CATEGORIZATION, ErrorType.LLM_TIMEOUT),
                            error(Stage.DIAGNOSTICS, ErrorType.LLM_BLOCKED));
        });
    }

    @Test
    void theOnlyAnalysisFailedFailsTheTicket() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        aggregator.send(Samples.synthesized(request));
        aggregator.send(Samples.failure(request, Stage.CATEGORIZATION, ErrorType.LLM_TIMEOUT));

        assertThat(aggregator.reports()).extracting(TicketReport::reportStatus).containsExactly(ReportStatus.FAILED);
    }

    @Test
    void partsThatComeTwiceChangeNothing() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        for (Kind kind : Kind.values()) {
            aggregator.send(kind.record(request));
            aggregator.send(kind.record(request));
        }

        assertThat(aggregator.reports()).containsExactly(success(request));
        assertThat(aggregator.latePartsDropped()).isEqualTo(4);
    }

    @Test
    void firstAnswerOfAStageCounts() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(Samples.podResult(request));
        aggregator.send(Samples.failure(request, Stage.CATEGORIZATION, ErrorType.LLM_TIMEOUT));
        aggregator.send(Samples.diagnosticsResult(request));
        aggregator.send(Samples.synthesized(request));

        assertThat(aggregator.reports()).containsExactly(success(request));
    }

    @Test
    void partsOfAClosedRequestAreCountedAndDropped() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(Samples.failure(request, Stage.SYNTHESIS, ErrorType.LLM_TIMEOUT));
        assertThat(aggregator.reports()).hasSize(1);

        for (Kind kind : Kind.values()) {
            aggregator.send(kind.record(request));
        }

        assertThat(aggregator.reports()).isEmpty();
        assertThat(aggregator.openRequests()).isEmpty();
        assertThat(aggregator.latePartsDropped()).isEqualTo(4);
    }

    @Test
    void requestStaysClosedForItsRetention() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        aggregator.send(Samples.failure(request, Stage.FETCH, ErrorType.TICKET_NOT_FOUND));
        assertThat(aggregator.reports()).hasSize(1);

        aggregator.pass(AggregatorFixture.SETTINGS.closedRequestsRetention());
        closeAnother("1");
        aggregator.send(Samples.synthesized(request));
        assertThat(aggregator.openRequests()).isEmpty();

        aggregator.pass(Duration.ofHours(8));
        closeAnother("2");
        aggregator.send(Samples.synthesized(request));
        assertThat(aggregator.openRequests()).containsExactly(request.requestId());
    }

    @Test
    void oneTicketInTwoRunsGivesTwoReports() {
        TicketRequest one = Samples.request("78788", "run-1", AnalysisType.POD);
        TicketRequest other = Samples.request("78788", "run-2", AnalysisType.DIAGNOSTICS);
        for (Kind kind : List.of(Kind.ACCEPTED, Kind.SYNTHESIZED)) {
            aggregator.send(kind.record(one));
            aggregator.send(kind.record(other));
        }

        aggregator.send(Samples.diagnosticsResult(other));
        aggregator.send(Samples.podResult(one));

        assertThat(aggregator.reports()).containsExactly(success(other), success(one));
    }

    @Test
    void answerThatWasNotAskedForIsNotReported() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        aggregator.send(Samples.failure(request, Stage.DIAGNOSTICS, ErrorType.INTERNAL));
        aggregator.send(Samples.synthesized(request));
        assertThat(aggregator.reports()).isEmpty();

        aggregator.send(Samples.podResult(request));

        assertThat(aggregator.reports()).containsExactly(success(request));
    }

    @Test
    void otherEventsOpenNoEntry() {
        TicketRequest request = Samples.request(AnalysisType.POD);

        aggregator.send(StageEvent.of(request, Stage.SYNTHESIS, StageEvent.State.STARTED, NOW));

        assertThat(aggregator.openRequests()).isEmpty();
    }

    @Test
    void recordsWithoutKeyOrValueAreSkipped() {
        TicketRequest request = Samples.request(AnalysisType.POD);

        aggregator.send(aggregator.topics().synthesized(), "78788", null, new RecordHeaders());
        aggregator.send(aggregator.topics().synthesized(), null, Samples.synthesized(request), new RecordHeaders());

        assertThat(aggregator.openRequests()).isEmpty();
    }

    @Test
    void reportHasTheTicketsKeyAndHeaders() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Headers headers = new RecordHeaders();
        HeaderText.add(headers, HeaderNames.TRACEPARENT, traceparent);
        HeaderText.add(headers, "x-other", "of no concern");
        aggregator.send(Samples.accepted(request));
        aggregator.send(Samples.synthesized(request), headers);
        aggregator.send(Samples.podResult(request));

        TestRecord<String, TicketReport> record = aggregator.reportRecords().getFirst();

        assertThat(record.key()).isEqualTo("78788");
        assertThat(record.value().traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(texts(record.headers()))
                .isEqualTo(Map.of(
                        "request_id", request.requestId(), "run_id", Samples.RUN_ID, "traceparent", traceparent));
    }

    @Test
    void ticketWithoutRunOrTraceHasNoRunHeaderAndTheTraceOfItsRequest() {
        TicketRequest request = Samples.request("78788", null, AnalysisType.POD);
        Headers headers = new RecordHeaders();
        HeaderText.add(headers, HeaderNames.TRACEPARENT, "not a traceparent");
        aggregator.send(Samples.synthesized(request), headers);
        aggregator.send(Samples.podResult(request));

        TestRecord<String, TicketReport> record = aggregator.reportRecords().getFirst();

        assertThat(record.value().traceId()).isEqualTo(traceOf(request));
        assertThat(texts(record.headers()))
                .isEqualTo(Map.of(
                        "request_id",
                        request.requestId(),
                        "traceparent",
                        TraceContext.ofRequest(request.requestId()).traceparent()));
    }

    @Test
    void mergeLastsFromTheFirstAnalysisToTheReport() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        for (Object part : List.of(
                Samples.accepted(request),
                Samples.synthesized(request),
                Samples.diagnosticsResult(request),
                Samples.podResult(request))) {
            aggregator.send(part);
            aggregator.clock().advance(Duration.ofSeconds(2));
        }

        assertThat(aggregator.reports().getFirst().timings().getLast())
                .isEqualTo(new StageTiming(Stage.MERGE, NOW, NOW.plusSeconds(4), NOW.plusSeconds(6), 1));
    }

    private void closeAnother(String ticketId) {
        TicketRequest another = Samples.request(ticketId, null, AnalysisType.POD);
        aggregator.send(Samples.failure(another, Stage.FETCH, ErrorType.TICKET_NOT_FOUND));
    }

    private static TicketReport success(TicketRequest request) {
        boolean hasPod = request.analysisType().includes(Stage.CATEGORIZATION);
        boolean hasDiagnostics = request.analysisType().includes(Stage.DIAGNOSTICS);
        return new TicketReport(
                request,
                ReportStatus.SUCCESS,
                Samples.synthesized(request).ticket(),
                Samples.SYNTHESIS,
                hasPod ? Samples.CATEGORIZATION : null,
                hasDiagnostics ? Samples.DIAGNOSTICS : null,
                hasPod ? 3 : null,
                hasDiagnostics ? 4 : null,
                List.of(),
                Stream.of("synthesis", hasPod ? "categorization" : "", hasDiagnostics ? "diagnostics" : "")
                        .filter(task -> !task.isEmpty())
                        .map(Samples::call)
                        .toList(),
                Stream.of(
                                Stream.of(Stage.FETCH, Stage.SYNTHESIS).map(Samples::timing),
                                request.analysisType().analyses().stream().map(Samples::timing),
                                Stream.of(mergedAtOnce()))
                        .flatMap(timings -> timings)
                        .toList(),
                traceOf(request),
                NOW);
    }

    private static StageTiming mergedAtOnce() {
        return new StageTiming(Stage.MERGE, NOW, NOW, NOW, 1);
    }

    private static ReportError error(Stage stage, ErrorType errorType) {
        return new ReportError(stage, errorType, "try " + stage.wireName() + " again", true, 3);
    }

    private static String traceOf(TicketRequest request) {
        return TraceContext.ofRequest(request.requestId()).traceId();
    }

    private static Map<String, String> texts(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> HeaderText.of(headers, header.key())));
    }

    private static <T> Stream<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return Stream.of(List.of());
        }
        return items.stream().flatMap(first -> {
            List<T> rest = new ArrayList<>(items);
            rest.remove(first);
            return permutations(rest)
                    .map(others ->
                            Stream.concat(Stream.of(first), others.stream()).toList());
        });
    }
}
