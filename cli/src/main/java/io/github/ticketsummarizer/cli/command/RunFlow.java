package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.run.Cluster;
import io.github.ticketsummarizer.cli.run.RunFolder;
import io.github.ticketsummarizer.cli.run.RunJob;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Works on a run until it is complete or interrupted, and makes of its reports what is wanted. */
final class RunFlow {
    private static final int NAMED_TICKETS = 10;

    private final CommandContext context;
    private final RunFolder folder;
    private final String howToGoOn;
    private final RunEnding ending;

    /** @param howToGoOn a sentence for the person whose run is not complete */
    RunFlow(CommandContext context, RunFolder folder, String howToGoOn, RunEnding ending) {
        this.context = context;
        this.folder = folder;
        this.howToGoOn = howToGoOn;
        this.ending = ending;
    }

    /**
     * Does what is left to do, which may be nothing but the ending.
     *
     * @param start starts, or connects to, what the tickets go through
     */
    ExitCode run(Supplier<Cluster> start) throws IOException {
        try (RunJob job = new RunJob(
                folder,
                context.json(),
                context.progressView(),
                context::say,
                context.interruption(),
                context.clock())) {
            if (job.isComplete()) {
                return report(job);
            }
            // What is finished is written before the services are stopped, which may take a while.
            try (Cluster cluster = start.get()) {
                sayWhatRuns();
                RunEstimates.say(context, folder, cluster, job.unfinished());
                return work(job, cluster);
            }
        }
    }

    private void sayWhatRuns() {
        Run run = folder.manifest().run();
        context.say("run %s: %s, %s, %s"
                .formatted(
                        run.runId(),
                        run.ticketCount() == 1 ? "1 ticket" : run.ticketCount() + " tickets",
                        run.analysisType().wireName(),
                        run.modelProvider()));
    }

    private ExitCode work(RunJob job, Cluster cluster) throws IOException {
        try {
            job.work(cluster);
        } catch (IOException | RuntimeException e) {
            reportAfter(e, job);
            throw e;
        }
        return report(job);
    }

    private void reportAfter(Exception failure, RunJob job) {
        try {
            if (folder.isSubmitted()) {
                report(job);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private ExitCode report(RunJob job) throws IOException {
        boolean hasFailures = job.finishedCount() > 0 && ending.end(job);
        if (!job.isComplete()) {
            sayWhatIsMissing(job.unfinished());
            return ExitCode.INTERRUPTED;
        }
        return hasFailures ? ExitCode.FAILED_TICKETS : ExitCode.OK;
    }

    private void sayWhatIsMissing(List<TicketEntry> missing) {
        context.say("%d of %d tickets have no report yet: %s%s"
                .formatted(
                        missing.size(),
                        folder.tickets().size(),
                        missing.stream()
                                .limit(NAMED_TICKETS)
                                .map(TicketEntry::ticketId)
                                .collect(Collectors.joining(", ")),
                        missing.size() > NAMED_TICKETS ? ", …" : ""));
        context.say(howToGoOn);
    }
}
