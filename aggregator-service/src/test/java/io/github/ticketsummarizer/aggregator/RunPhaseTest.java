package io.github.ticketsummarizer.aggregator;

import static io.github.ticketsummarizer.aggregator.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketReport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunPhaseTest {
    private static final Instant COMPLETED_AT = NOW.plusSeconds(60);

    @Test
    void aStageThatEndedSucceededUnlessItHasAnError() {
        assertThat(RunPhase.of(report(Stage.SYNTHESIS, Stage.FETCH, Stage.SYNTHESIS)))
                .isEqualTo(Map.of(
                        "fetch", phase(Samples.timing(Stage.FETCH), 1, 0),
                        "synthesis", phase(Samples.timing(Stage.SYNTHESIS), 0, 1)));
    }

    @Test
    void aStageThatNeverAnsweredWasWaitedForSinceTheOneBeforeIt() {
        assertThat(RunPhase.of(report(Stage.CATEGORIZATION, Stage.FETCH, Stage.SYNTHESIS, Stage.DIAGNOSTICS)))
                .containsEntry(
                        "categorization",
                        new RunPhase(Samples.timing(Stage.SYNTHESIS).finishedAt(), COMPLETED_AT, 0, 1));
    }

    @Test
    void aFailureThatTellsNoTimesLeavesTheStartToOtherTickets() {
        Map<String, RunPhase> untold = RunPhase.of(report(Stage.SYNTHESIS));
        Map<String, RunPhase> told = RunPhase.of(report(Stage.SYNTHESIS, Stage.FETCH, Stage.SYNTHESIS));

        assertThat(untold).isEqualTo(Map.of("synthesis", new RunPhase(null, COMPLETED_AT, 0, 1)));
        assertThat(RunPhase.sum(untold, told))
                .containsEntry(
                        "synthesis",
                        new RunPhase(Samples.timing(Stage.SYNTHESIS).receivedAt(), COMPLETED_AT, 0, 2));
    }

    private static RunPhase phase(StageTiming timing, long succeeded, long failed) {
        return new RunPhase(timing.receivedAt(), timing.finishedAt(), succeeded, failed);
    }

    private static TicketReport report(Stage failed, Stage... timed) {
        return new TicketReport(
                Samples.request(AnalysisType.BOTH),
                ReportStatus.FAILED,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new ReportError(failed, ErrorType.LLM_TIMEOUT, "late", true, 3)),
                List.of(),
                Arrays.stream(timed).map(Samples::timing).toList(),
                null,
                COMPLETED_AT);
    }
}
