package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.output.OutputTotals;
import io.github.ticketsummarizer.cli.output.RunSummaryText;
import io.github.ticketsummarizer.cli.run.RunJob;
import io.github.ticketsummarizer.cli.run.RunOutcome;
import java.io.IOException;

/** Writes the reports to files and sums the run up. */
record RunOutputs(CommandContext context) implements RunEnding {
    @Override
    public boolean end(RunJob job) throws IOException {
        RunOutcome outcome = job.writeOutputs();
        OutputTotals totals = outcome.outputs().totals();
        context.print(
                new RunSummaryText(outcome.facts(), totals).of(outcome.outputs().files()));
        RunEstimates.sayOutcome(context, job, totals.runTotals());
        return totals.hasFailures();
    }
}
