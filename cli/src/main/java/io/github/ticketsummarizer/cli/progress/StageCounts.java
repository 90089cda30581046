package io.github.ticketsummarizer.cli.progress;

import io.github.ticketsummarizer.model.Stage;
import java.time.Instant;

/** How many tickets are where in one stage. */
final class StageCounts {
    private final int[] tickets = new int[State.values().length];
    private final Rate rate = new Rate();

    /** Where a ticket is in a stage. */
    enum State {
        ELSEWHERE,
        STARTED,
        PARKED,
        FINISHED,
        FAILED;

        boolean isFinal() {
            return this == FINISHED || this == FAILED;
        }
    }

    void move(State before, State next) {
        tickets[before.ordinal()]--;
        tickets[next.ordinal()]++;
    }

    int of(State state) {
        return tickets[state.ordinal()];
    }

    /** The stage's own snapshot: what it gave up was not done. */
    StageSnapshot snapshot(Stage stage, int total, Instant now) {
        return snapshot(stage, total, of(State.FINISHED), now);
    }

    /** The reports: one that lacks something is done as well. */
    StageSnapshot reports(int total, Instant now) {
        return snapshot(Stage.MERGE, total, of(State.FINISHED) + of(State.FAILED), now);
    }

    private StageSnapshot snapshot(Stage stage, int total, int done, Instant now) {
        int settled = of(State.FINISHED) + of(State.FAILED);
        rate.note(now, settled);
        double perSecond = rate.perSecond(now, settled);
        return new StageSnapshot(
                stage,
                total,
                done,
                of(State.FAILED),
                of(State.STARTED),
                of(State.PARKED),
                perSecond,
                Rate.timeFor(total - settled, perSecond));
    }
}
