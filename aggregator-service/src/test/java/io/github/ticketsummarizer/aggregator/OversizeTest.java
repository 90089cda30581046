package io.github.ticketsummarizer.aggregator;

import static io.github.ticketsummarizer.aggregator.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.telemetry.TraceContext;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OversizeTest {
    private static final int LIMIT = 64 * 1024;
    private static final ReportError TOO_LARGE = new ReportError(
            Stage.MERGE,
            ErrorType.RECORD_TOO_LARGE,
            "what was found makes a record of more than 65536 bytes; it lies on the topics of its stages; raise RECORD_MAX_BYTES everywhere",
            false,
            1);

    private final AggregatorFixture aggregator = new AggregatorFixture(AggregatorFixture.withMaxRecordBytes(LIMIT));
    private final TicketRequest request = Samples.request(AnalysisType.POD);

    @AfterEach
    void close() {
        aggregator.close();
    }

    @Test
    void reportThatIsTooLargeGoesWithoutItsFindings() {
        aggregator.send(Samples.podResult(request));

        aggregator.send(Samples.synthesized(request, "x".repeat(LIMIT)));

        assertThat(aggregator.reports())
                .containsExactly(withoutFindings(
                        List.of(Samples.call("synthesis"), Samples.call("categorization")),
                        List.of(
                                Samples.timing(Stage.FETCH),
                                Samples.timing(Stage.SYNTHESIS),
                                Samples.timing(Stage.CATEGORIZATION),
                                merged())));
        assertThat(aggregator.openRequests()).isEmpty();
    }

    @Test
    void entryThatIsTooLargeToBeKeptClosesItsTicketAtOnce() {
        aggregator.send(Samples.accepted(request));

        aggregator.send(Samples.synthesized(request, "x".repeat(LIMIT)));
        aggregator.send(Samples.podResult(request));

        assertThat(aggregator.reports())
                .containsExactly(withoutFindings(
                        List.of(Samples.call("synthesis")),
                        List.of(Samples.timing(Stage.FETCH), Samples.timing(Stage.SYNTHESIS), merged())));
        assertThat(aggregator.openRequests()).isEmpty();
        assertThat(aggregator.latePartsDropped()).isEqualTo(1);
    }

    @Test
    void reportWhoseCallsAloneAreTooLargeTellsOnlyOfTheError() {
        List<ModelCall> calls = Collections.nCopies(1_000, Samples.call("categorization"));
        aggregator.send(Samples.synthesized(request));

        aggregator.send(new PodResult(request, Samples.CATEGORIZATION, 1, calls, Samples.timing(Stage.CATEGORIZATION)));

        assertThat(aggregator.reports()).containsExactly(withoutFindings(List.of(), List.of(merged())));
    }

    @Test
    void requestThatFitsIntoNoReportStopsNothing() {
        TicketRequest huge = Samples.request("9".repeat(LIMIT), Samples.RUN_ID, AnalysisType.POD);
        aggregator.send(Samples.accepted(huge));
        aggregator.send(Samples.accepted(request));

        assertThat(aggregator.reports()).isEmpty();
        assertThat(aggregator.openRequests()).containsExactly(request.requestId());
    }

    @Test
    void failureOfAnUnknownRequestThatCannotBeKeptStopsNothing() {
        TicketRequest huge = Samples.request("9".repeat(LIMIT), null, AnalysisType.POD);

        aggregator.send(Samples.unreadable(huge, Stage.FETCH));

        assertThat(aggregator.openRequests()).isEmpty();
    }

    @Test
    void runThatIsTooLargeToBeKeptStopsNothing() {
        aggregator.send(new Run(
                Samples.RUN_ID, AnalysisType.POD, "offline", request.promptVersions(), 1, "x".repeat(LIMIT), NOW));
        aggregator.send(Samples.accepted(request));

        aggregator.pass(Duration.ofSeconds(1));

        assertThat(aggregator.summaries()).singleElement().satisfies(summary -> {
            assertThat(summary.run()).isNull();
            assertThat(summary.accepted()).isEqualTo(1);
        });
    }

    @Test
    void runIdThatIsTooLargeIsNotCounted() {
        TicketRequest huge = Samples.request("1", "r".repeat(LIMIT), AnalysisType.POD);

        aggregator.send(Samples.accepted(huge));
        aggregator.pass(Duration.ofSeconds(1));

        assertThat(aggregator.summaries()).isEmpty();
    }

    private TicketReport withoutFindings(List<ModelCall> calls, List<StageTiming> timings) {
        return new TicketReport(
                request,
                ReportStatus.FAILED,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(TOO_LARGE),
                calls,
                timings,
                TraceContext.ofRequest(request.requestId()).traceId(),
                NOW);
    }

    private static StageTiming merged() {
        return new StageTiming(Stage.MERGE, NOW, NOW, NOW, 1);
    }
}
