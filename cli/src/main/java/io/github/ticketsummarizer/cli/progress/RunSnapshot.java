package io.github.ticketsummarizer.cli.progress;

import java.time.Duration;
import java.util.List;

/**
 * How far a run is.
 *
 * @param stages those that the run needs, in the order of the pipeline
 * @param elapsed since this process took the run up
 * @param accepted whether a fetcher has taken any ticket in
 */
public record RunSnapshot(List<StageSnapshot> stages, Duration elapsed, boolean accepted) {
    public RunSnapshot {
        stages = List.copyOf(stages);
    }
}
