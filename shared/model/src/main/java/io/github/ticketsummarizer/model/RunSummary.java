package io.github.ticketsummarizer.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code run-summaries}, keyed by run id: how far a run is, and its totals.
 *
 * @param run what was asked; null when the run's own record is not there, and then it is never complete
 * @param accepted how many submissions the fetcher took in
 * @param complete as many reports as the run has tickets
 */
public record RunSummary(
        int schemaVersion,
        String runId,
        @Nullable Run run,
        long accepted,
        RunTotals totals,
        boolean complete,
        Instant updatedAt) {
    public RunSummary {
        Objects.requireNonNull(runId, "run_id");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(updatedAt, "updated_at");
    }

    /** A record of today's version. */
    public RunSummary(
            String runId, @Nullable Run run, long accepted, RunTotals totals, boolean complete, Instant updatedAt) {
        this(SchemaVersion.CURRENT, runId, run, accepted, totals, complete, updatedAt);
    }
}
