package io.github.ticketsummarizer.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ticketsummarizer.cli.SettableClock;
import io.github.ticketsummarizer.cli.output.SampleReports;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.StageEvent.State;
import io.github.ticketsummarizer.model.TicketReport;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private final SettableClock clock = new SettableClock();
    private final RunProgress progress = new RunProgress(AnalysisType.BOTH, 10, clock);

    @Test
    void aTicketCountsWhereItIs() {
        event("1", Stage.FETCH, State.ACCEPTED);
        event("1", Stage.FETCH, State.STARTED);
        event("2", Stage.FETCH, State.STARTED);
        event("2", Stage.FETCH, State.FINISHED);
        event("2", Stage.SYNTHESIS, State.STARTED);
        event("2", Stage.SYNTHESIS, State.PARKED);
        event("3", Stage.FETCH, State.FAILED);

        assertThat(stage(Stage.FETCH)).isEqualTo(still(Stage.FETCH, 10, 1, 1, 1, 0));
        assertThat(stage(Stage.SYNTHESIS)).isEqualTo(still(Stage.SYNTHESIS, 9, 0, 0, 0, 1));
    }

    @Test
    void anEventReadTwiceCountsOnceAndTheEndIsTheEnd() {
        event("1", Stage.FETCH, State.STARTED);
        event("1", Stage.FETCH, State.STARTED);
        event("1", Stage.FETCH, State.FINISHED);
        event("1", Stage.FETCH, State.STARTED);
        event("1", Stage.FETCH, State.FINISHED);

        assertThat(stage(Stage.FETCH)).isEqualTo(still(Stage.FETCH, 10, 1, 0, 0, 0));
    }

    @Test
    void aTicketThatAnEarlierStageGaveUpIsNotWaitedFor() {
        event("1", Stage.FETCH, State.FAILED);
        event("2", Stage.SYNTHESIS, State.FAILED);
        event("3", Stage.CATEGORIZATION, State.FAILED);

        assertThat(progress.snapshot().stages())
                .extracting(StageSnapshot::stage, StageSnapshot::total)
                .containsExactly(
                        tuple(Stage.FETCH, 10),
                        tuple(Stage.SYNTHESIS, 9),
                        tuple(Stage.CATEGORIZATION, 8),
                        tuple(Stage.DIAGNOSTICS, 8),
                        tuple(Stage.MERGE, 10));
    }

    @Test
    void aReportSettlesTheStagesWhoseEventsAreMissing() {
        SampleReports samples = new SampleReports(AnalysisType.BOTH);
        progress.add(samples.whole("1", "78788").report());
        progress.add(samples.withoutCategorization("2", "78912").report());
        TicketReport again = samples.withoutSynthesis("3", "79033").report();
        event(again.request().requestId(), Stage.SYNTHESIS, State.STARTED);
        progress.add(again);
        progress.add(again);

        assertThat(stage(Stage.FETCH)).isEqualTo(still(Stage.FETCH, 10, 3, 0, 0, 0));
        assertThat(stage(Stage.SYNTHESIS)).isEqualTo(still(Stage.SYNTHESIS, 10, 2, 1, 0, 0));
        assertThat(stage(Stage.CATEGORIZATION)).isEqualTo(still(Stage.CATEGORIZATION, 9, 1, 1, 0, 0));
        assertThat(stage(Stage.MERGE)).isEqualTo(still(Stage.MERGE, 10, 3, 2, 0, 0));
    }

    @Test
    void aRunOfOneAnalysisDoesNotShowTheOther() {
        RunProgress pod = new RunProgress(AnalysisType.POD, 1, clock);

        assertThat(pod.snapshot().stages())
                .extracting(StageSnapshot::stage)
                .containsExactly(Stage.FETCH, Stage.SYNTHESIS, Stage.CATEGORIZATION, Stage.MERGE);
    }

    @Test
    void theRateIsThatOfTheLastFifteenSecondsAndTellsTheTimeThatIsLeft() {
        progress.snapshot();
        finishFetching(0, 2);
        clock.advance(Duration.ofSeconds(4));
        assertThat(stage(Stage.FETCH).perSecond()).isEqualTo(0.5);
        assertThat(stage(Stage.FETCH).remaining()).contains(Duration.ofSeconds(16));

        clock.advance(Duration.ofSeconds(11));
        progress.snapshot();
        finishFetching(2, 8);
        clock.advance(Duration.ofSeconds(15));
        assertThat(stage(Stage.FETCH).perSecond()).isEqualTo(6 / 15.0);
        assertThat(stage(Stage.FETCH).remaining()).contains(Duration.ofSeconds(5));

        clock.advance(Duration.ofSeconds(31));
        progress.snapshot();
        assertThat(stage(Stage.FETCH).perSecond()).isZero();
        assertThat(stage(Stage.FETCH).remaining()).isEmpty();
    }

    @Test
    void nothingLeftTakesNoTime() {
        finishFetching(0, 10);

        assertThat(stage(Stage.FETCH).remaining()).contains(Duration.ZERO);
    }

    private void finishFetching(int from, int to) {
        for (int i = from; i < to; i++) {
            event(Integer.toString(i), Stage.FETCH, State.FINISHED);
        }
    }

    private void event(String requestId, Stage stage, State state) {
        progress.add(new StageEvent(1, requestId, SampleReports.RUN_ID, stage, state, clock.instant(), null));
    }

    private StageSnapshot stage(Stage stage) {
        return progress.snapshot().stages().stream()
                .filter(snapshot -> snapshot.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    /** A stage of which nothing is known about its speed, since the clock stands. */
    private static StageSnapshot still(Stage stage, int total, int done, int failed, int inFlight, int waiting) {
        return new StageSnapshot(stage, total, done, failed, inFlight, waiting, 0, Optional.empty());
    }
}
