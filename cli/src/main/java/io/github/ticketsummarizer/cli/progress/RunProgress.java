package io.github.ticketsummarizer.cli.progress;

import io.github.ticketsummarizer.cli.progress.StageCounts.State;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts what the stages of one run say. An event read twice counts once, and a report settles every stage of its
 * ticket, so the counts come out right even where events are missing. Used by one thread.
 */
public final class RunProgress {
    private final AnalysisType analysisType;
    private final int asked;
    private final Clock clock;
    private final Instant start;
    private final Map<String, State[]> statesByRequest = new HashMap<>();
    private final List<StageCounts> countsByStage =
            Stream.of(Stage.values()).map(stage -> new StageCounts()).toList();

    /** @param asked how many tickets the run was asked for */
    public RunProgress(AnalysisType analysisType, int asked, Clock clock) {
        this.analysisType = analysisType;
        this.asked = asked;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Takes an event of this run. */
    public void add(StageEvent event) {
        State next = switch (event.state()) {
            case ACCEPTED -> State.ELSEWHERE;
            case STARTED -> State.STARTED;
            case PARKED -> State.PARKED;
            case FINISHED -> State.FINISHED;
            case FAILED -> State.FAILED;
        };
        move(event.requestId(), event.stage(), next);
    }

    /** Takes a report of this run. */
    public void add(TicketReport report) {
        String requestId = report.request().requestId();
        report.errors().forEach(error -> settle(requestId, error.stage(), State.FAILED));
        report.timings().forEach(timing -> settle(requestId, timing.stage(), State.FINISHED));
        move(requestId, Stage.MERGE, report.reportStatus() == ReportStatus.SUCCESS ? State.FINISHED : State.FAILED);
    }

    /** Where the run stands now. */
    public RunSnapshot snapshot() {
        Instant now = clock.instant();
        List<StageSnapshot> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            switch (stage) {
                case FETCH, SYNTHESIS -> stages.add(of(stage).snapshot(stage, asked - failedBefore(stage), now));
                case CATEGORIZATION, DIAGNOSTICS -> {
                    if (analysisType.includes(stage)) {
                        stages.add(of(stage).snapshot(stage, asked - failedBefore(stage), now));
                    }
                }
                case MERGE -> stages.add(of(stage).reports(asked, now));
            }
        }
        return new RunSnapshot(stages, Duration.between(start, now), !statesByRequest.isEmpty());
    }

    /** Tickets that will never reach the stage, since one before it gave them up. The analyses run side by side. */
    private int failedBefore(Stage stage) {
        int fetch = of(Stage.FETCH).of(State.FAILED);
        return switch (stage) {
            case FETCH, MERGE -> 0;
            case SYNTHESIS -> fetch;
            case CATEGORIZATION, DIAGNOSTICS -> fetch + of(Stage.SYNTHESIS).of(State.FAILED);
        };
    }

    private void settle(String requestId, Stage stage, State end) {
        if (stage != Stage.MERGE) {
            move(requestId, stage, end);
        }
    }

    private void move(String requestId, Stage stage, State next) {
        State[] states = statesByRequest.computeIfAbsent(requestId, id -> {
            State[] none = new State[Stage.values().length];
            Arrays.fill(none, State.ELSEWHERE);
            return none;
        });
        State before = states[stage.ordinal()];
        if (!before.isFinal() && next != State.ELSEWHERE) {
            of(stage).move(before, next);
            states[stage.ordinal()] = next;
        }
    }

    private StageCounts of(Stage stage) {
        return countsByStage.get(stage.ordinal());
    }
}
