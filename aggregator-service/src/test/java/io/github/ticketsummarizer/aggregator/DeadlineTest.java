package io.github.ticketsummarizer.aggregator;

import static io.github.ticketsummarizer.aggregator.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Errors;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.testing.RecordedSpans;
import io.github.ticketsummarizer.testing.SpanTree;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration DEADLINE = AggregatorFixture.SETTINGS.ticketDeadline();

    private final AggregatorFixture aggregator = new AggregatorFixture();

    @AfterEach
    void close() {
        aggregator.close();
    }

    @Test
    void ticketOfWhichNothingCameFailsOnceAtItsDeadline() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(Samples.accepted(request));
        aggregator.pass(DEADLINE.minusSeconds(1));
        assertThat(aggregator.reports()).isEmpty();

        aggregator.pass(Duration.ofSeconds(10));
        aggregator.pass(DEADLINE);

        Instant closedAt = NOW.plus(DEADLINE).plusSeconds(9);
        assertThat(aggregator.reports())
                .containsExactly(new TicketReport(
                        request,
                        ReportStatus.FAILED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(deadlineExceeded(Stage.MERGE, "synthesis")),
                        List.of(),
                        List.of(new StageTiming(Stage.MERGE, NOW, closedAt, closedAt, 1)),
                        TraceContext.ofRequest(request.requestId()).traceId(),
                        closedAt));
        assertThat(aggregator.openRequests()).isEmpty();
    }

    @Test
    void ticketWithOneAnalysisOfTwoIsPartial() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(Samples.accepted(request));
        aggregator.send(Samples.synthesized(request));
        aggregator.send(Samples.diagnosticsResult(request));

        aggregator.pass(DEADLINE);

        assertThat(aggregator.reports()).singleElement().satisfies(report -> {
            assertThat(report.reportStatus()).isEqualTo(ReportStatus.PARTIAL);
            assertThat(report.synthesis()).isEqualTo(Samples.SYNTHESIS);
            assertThat(report.diagnosticsAnalysis()).isEqualTo(Samples.DIAGNOSTICS);
            assertThat(report.timings())
                    .extracting(StageTiming::stage)
                    .containsExactly(Stage.FETCH, Stage.SYNTHESIS, Stage.DIAGNOSTICS, Stage.MERGE);
            assertThat(report.errors()).containsExactly(deadlineExceeded(Stage.CATEGORIZATION, "categorization"));
        });
    }

    @Test
    void ticketWithSynthesisOnlyFailsWithAnErrorForEachAnalysisItWaitsFor() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(Samples.synthesized(request));

        aggregator.pass(DEADLINE);

        assertThat(aggregator.reports()).singleElement().satisfies(report -> {
            assertThat(report.reportStatus()).isEqualTo(ReportStatus.FAILED);
            assertThat(report.ticket()).isEqualTo(Samples.synthesized(request).ticket());
            assertThat(report.errors())
                    .containsExactly(
                            deadlineExceeded(Stage.CATEGORIZATION, "categorization"),
                            deadlineExceeded(Stage.DIAGNOSTICS, "diagnostics"));
        });
    }

    @Test
    void analysesWithoutTheirSynthesisAreReportedButFailed() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        aggregator.send(Samples.podResult(request));

        aggregator.pass(DEADLINE);

        assertThat(aggregator.reports()).singleElement().satisfies(report -> {
            assertThat(report.reportStatus()).isEqualTo(ReportStatus.FAILED);
            assertThat(report.categorization()).isEqualTo(Samples.CATEGORIZATION);
            assertThat(report.errors()).containsExactly(deadlineExceeded(Stage.MERGE, "synthesis"));
        });
    }

    @Test
    void aFailureThatWasThereTellsOfTheStagesBeforeIt() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(Samples.failure(request, Stage.DIAGNOSTICS, ErrorType.LLM_TIMEOUT)
                .withTimings(List.of(
                        Samples.timing(Stage.FETCH),
                        Samples.timing(Stage.SYNTHESIS),
                        Samples.timing(Stage.DIAGNOSTICS))));

        aggregator.pass(DEADLINE);

        assertThat(aggregator.reports())
                .singleElement()
                .satisfies(report -> assertThat(report.timings())
                        .extracting(StageTiming::stage)
                        .containsExactly(Stage.FETCH, Stage.SYNTHESIS, Stage.DIAGNOSTICS, Stage.MERGE));
    }

    @Test
    void deadlineCountsFromAcceptanceNotFromTheFirstPart() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        aggregator.send(Samples.synthesized(request));
        aggregator.send(StageEvent.accepted(request, NOW.minus(Duration.ofHours(1))));

        aggregator.pass(DEADLINE.minus(Duration.ofHours(1)));

        assertThat(aggregator.reports()).hasSize(1);
    }

    @Test
    void whatComesAfterTheDeadlinesReportIsDropped() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        aggregator.send(Samples.accepted(request));
        aggregator.pass(DEADLINE);
        assertThat(aggregator.reports()).hasSize(1);

        aggregator.send(Samples.synthesized(request));
        aggregator.send(Samples.podResult(request));

        assertThat(aggregator.reports()).isEmpty();
        assertThat(aggregator.latePartsDropped()).isEqualTo(2);
    }

    @Test
    void onlyTheTicketsPastTheirDeadlineAreClosed() {
        TicketRequest early = Samples.request("1", null, AnalysisType.POD);
        TicketRequest late = Samples.request("2", null, AnalysisType.POD);
        aggregator.send(Samples.accepted(early));
        aggregator.send(StageEvent.accepted(late, NOW.plusSeconds(60)));

        aggregator.pass(DEADLINE);

        assertThat(aggregator.reports()).extracting(TicketReport::request).containsExactly(early);
        assertThat(aggregator.openRequests()).containsExactly(late.requestId());
    }

    @Test
    void partsThatWaitedUnreadWhileTheAggregatorWasDownStillCount() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        aggregator.send(StageEvent.accepted(request, NOW.minus(DEADLINE).minus(DEADLINE)));
        aggregator.pass(Duration.ofSeconds(50));
        assertThat(aggregator.reports()).isEmpty();

        aggregator.send(Samples.synthesized(request));
        aggregator.send(Samples.podResult(request));

        assertThat(aggregator.reports()).extracting(TicketReport::reportStatus).containsExactly(ReportStatus.SUCCESS);
    }

    @Test
    void theTraceOfSuchATicketHasItsRootWhichSaysWhatWasMissing() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        TraceContext root = TraceContext.ofRequest(request.requestId());
        try (RecordedSpans spans = new RecordedSpans();
                AggregatorFixture traced = new AggregatorFixture(spans.tracing())) {
            traced.send(Samples.accepted(request));
            traced.send(Samples.synthesized(request));
            traced.pass(DEADLINE);
            traced.pass(DueSpans.CHECK_INTERVAL);

            assertThat(SpanTree.of(spans.ofTrace(root.traceId()))).isEqualTo("""
                    process_ticket
                      merge_results
                    """);
            assertThat(spans.named("process_ticket")).singleElement().satisfies(span -> {
                assertThat(span.getSpanId()).isEqualTo(root.spanId());
                assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
                assertThat(span.getAttributes().get(Errors.TYPE)).isEqualTo("deadline_exceeded");
                assertThat(span.getAttributes().get(Product.PROCESSING_STATUS)).isEqualTo("failed");
                assertThat(span.getEvents()).extracting(EventData::getName).contains(Errors.EXCEPTION);
                assertThat(Duration.ofNanos(span.getEndEpochNanos() - span.getStartEpochNanos()))
                        .isGreaterThanOrEqualTo(DEADLINE);
            });
        }
    }

    private static ReportError deadlineExceeded(Stage blamed, String missing) {
        return new ReportError(
                blamed,
                ErrorType.DEADLINE_EXCEEDED,
                "no answer of " + missing
                        + " within PT24H of acceptance (TICKET_DEADLINE); see that its service runs, and submit the ticket again",
                true,
                0);
    }
}
