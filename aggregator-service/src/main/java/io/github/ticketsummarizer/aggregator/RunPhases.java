package io.github.ticketsummarizer.aggregator;

import java.util.Map;

/**
 * What the stages did for the tickets of a run.
 *
 * @param byStage by the names of the stages
 */
record RunPhases(Map<String, RunPhase> byStage) {
    static final RunPhases NONE = new RunPhases(Map.of());

    RunPhases plus(Map<String, RunPhase> more) {
        return new RunPhases(RunPhase.sum(byStage, more));
    }
}
