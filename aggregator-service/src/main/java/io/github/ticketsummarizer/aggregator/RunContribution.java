package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.RunTotals;
import io.github.ticketsummarizer.model.TicketReport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one record adds to the summary of a run.
 *
 * @param run what was asked; null on all but the run's own record
 * @param phases what each stage did for the report, by the stages' names; null on all but a report
 */
record RunContribution(
        @Nullable Run run,
        long accepted,
        RunTotals totals,
        @Nullable Map<String, RunPhase> phases) {
    static RunContribution of(Run run) {
        return new RunContribution(run, 0, RunTotals.NONE, null);
    }

    static RunContribution ofAcceptance() {
        return new RunContribution(null, 1, RunTotals.NONE, null);
    }

    static RunContribution of(TicketReport report) {
        return new RunContribution(null, 0, RunTotals.of(report), RunPhase.of(report));
    }
}
