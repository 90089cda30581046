package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one stage did for the tickets of a run.
 *
 * @param start when it took the first ticket in; null when no ticket got that far. Likewise its end with the last
 */
record RunPhase(@Nullable Instant start, @Nullable Instant end, long succeeded, long failed) {
    /** The phases of one report, by the names of their stages. */
    static Map<String, RunPhase> of(TicketReport report) {
        Map<String, RunPhase> phases = new HashMap<>();
        for (StageTiming timing : report.timings()) {
            phases.put(timing.stage().wireName(), new RunPhase(timing.receivedAt(), timing.finishedAt(), 1, 0));
        }
        for (Stage stage : Stage.values()) {
            if (report.errorOf(stage) != null) {
                RunPhase phase = phases.getOrDefault(stage.wireName(), waitedFor(report));
                phases.put(stage.wireName(), new RunPhase(phase.start, phase.end, 0, 1));
            }
        }
        return phases;
    }

    /** A stage that did not tell its times was waited for from the end of the one before it up to the report. */
    private static RunPhase waitedFor(TicketReport report) {
        Instant start = report.timings().stream()
                .filter(timing -> timing.stage().compareTo(Stage.CATEGORIZATION) < 0)
                .map(StageTiming::finishedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new RunPhase(start, report.completedAt(), 0, 1);
    }

    /** Both together, phase by phase. */
    static Map<String, RunPhase> sum(Map<String, RunPhase> some, Map<String, RunPhase> others) {
        Map<String, RunPhase> all = new TreeMap<>(some);
        others.forEach((stage, phase) -> all.merge(stage, phase, RunPhase::plus));
        return all;
    }

    private RunPhase plus(RunPhase other) {
        return new RunPhase(
                earlier(start, other.start), later(end, other.end), succeeded + other.succeeded, failed + other.failed);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
