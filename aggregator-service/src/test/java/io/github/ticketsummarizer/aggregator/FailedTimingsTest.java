package io.github.ticketsummarizer.aggregator;

import static io.github.ticketsummarizer.aggregator.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.telemetry.attribute.Errors;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.testing.RecordedSpans;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a failure tells of the stages before it reaches the report, the ticket's root and the run's phases. */
class FailedTimingsTest {
    private final RecordedSpans spans = new RecordedSpans();
    private final AggregatorFixture aggregator = new AggregatorFixture(spans.tracing());

    @AfterEach
    void close() {
        aggregator.close();
        spans.close();
    }

    @Test
    void reportOfAFailedSynthesisHasTheTimesOfFetchAndSynthesis() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(Samples.accepted(request));
        aggregator.send(failure(request, Stage.FETCH, Stage.SYNTHESIS));

        assertThat(aggregator.reports())
                .extracting(TicketReport::timings)
                .containsExactly(List.of(Samples.timing(Stage.FETCH), Samples.timing(Stage.SYNTHESIS), merged()));
    }

    @Test
    void stagesThatAFailureAndTheSynthesisTellOfAreThereOnce() {
        TicketRequest request = Samples.request(AnalysisType.BOTH);
        aggregator.send(failure(request, Stage.FETCH, Stage.SYNTHESIS, Stage.DIAGNOSTICS));
        aggregator.send(Samples.podResult(request));
        aggregator.send(Samples.synthesized(request));

        assertThat(aggregator.reports())
                .extracting(TicketReport::timings)
                .containsExactly(Stream.concat(
                                Stream.of(Stage.FETCH, Stage.SYNTHESIS, Stage.CATEGORIZATION, Stage.DIAGNOSTICS)
                                        .map(Samples::timing),
                                Stream.of(merged()))
                        .toList());
    }

    @Test
    void rootAndPhasesTellWhatTheStagesDidBeforeOneFailed() {
        TicketRequest request = Samples.request(AnalysisType.POD);
        aggregator.send(Samples.run(1));
        aggregator.send(failure(request, Stage.FETCH, Stage.SYNTHESIS));
        aggregator.pass(DueSpans.CHECK_INTERVAL);

        assertThat(spans.named("process_ticket").getFirst().getEvents())
                .extracting(EventData::getName)
                .containsExactly("fetch finished", "synthesis failed", "merge finished", Errors.EXCEPTION);
        assertThat(spans.named("Phase 1: Fetch Tickets"))
                .singleElement()
                .satisfies(phase -> assertPhase(phase, Stage.FETCH, 1, 0));
        assertThat(spans.named("Phase 2: Synthesis"))
                .singleElement()
                .satisfies(phase -> assertPhase(phase, Stage.SYNTHESIS, 0, 1));
    }

    private static void assertPhase(SpanData phase, Stage stage, long succeeded, long failed) {
        assertThat(phase.getAttributes().get(Product.SUCCESS_COUNT)).isEqualTo(succeeded);
        assertThat(phase.getAttributes().get(Product.FAILED_COUNT)).isEqualTo(failed);
        StageTiming timing = Samples.timing(stage);
        assertThat(phase.getStartEpochNanos()).isEqualTo(timing.receivedAt().toEpochMilli() * 1_000_000);
        assertThat(phase.getEndEpochNanos()).isEqualTo(timing.finishedAt().toEpochMilli() * 1_000_000);
    }

    /** That of the last of the stages, which tells the times of all. */
    private static TicketFailure failure(TicketRequest request, Stage... stages) {
        return Samples.failure(request, stages[stages.length - 1], ErrorType.LLM_TIMEOUT)
                .withTimings(Arrays.stream(stages).map(Samples::timing).toList());
    }

    private static StageTiming merged() {
        return new StageTiming(Stage.MERGE, NOW, NOW, NOW, 1);
    }
}
