package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.output.OutputTotals;
import io.github.ticketsummarizer.cli.output.RunFacts;
import io.github.ticketsummarizer.cli.progress.ProgressView;
import io.github.ticketsummarizer.cli.progress.RunProgress;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Follows a run that somebody sent, on any machine, and adds up its reports without keeping them. */
public final class RunWatch {
    /** The clocks of the machines that write the topics may differ by this much. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    private final KafkaSettings kafka;
    private final Topics topics;
    private final ProgressView view;
    private final Consumer<String> notes;
    private final Interruption interruption;
    private final Clock clock;

    /** What the run had come to when the watching ended. */
    public record Result(RunFacts facts, OutputTotals totals) {}

    /** @param notes takes sentences for the person who waits */
    public RunWatch(
            KafkaSettings kafka,
            Json json,
            ProgressView view,
            Consumer<String> notes,
            Interruption interruption,
            Clock clock) {
        this.kafka = kafka;
        this.topics = new Topics(json, kafka.maxRecordBytes());
        this.view = view;
        this.notes = notes;
        this.interruption = interruption;
        this.clock = clock;
    }

    /**
     * Watches until every ticket has its report or an interruption is requested.
     *
     * @throws CliException when the cluster knows no such run
     */
    public Result until(String runId) throws IOException {
        Run run = RunDirectory.find(kafka, topics, runId)
                .orElseThrow(() -> CliException.usage(
                        "there is no run %s on the Kafka at %s; that of a backfill is there when all its tickets are sent"
                                .formatted(runId, kafka.bootstrapServers())));
        Followed followed = new Followed(run, clock);
        try (RunWatcher watcher = new RunWatcher(kafka, topics, runId)) {
            watcher.startAt(RunIds.startOf(runId).minus(CLOCK_TOLERANCE));
            StallNotes stalls = new StallNotes(clock, notes, kafka.bootstrapServers());
            new WatchLoop(watcher, followed.progress, view, stalls, interruption)
                    .until(() -> followed.totals.unfinished() <= 0, followed, () -> {});
        } finally {
            view.finish(followed.progress.snapshot());
        }
        Duration time = Duration.between(run.submittedAt(), clock.instant());
        return new Result(new RunFacts(run, clock.getZone(), clock.instant(), time), followed.totals);
    }

    /** Counts each request once. */
    private static final class Followed implements RunListener {
        private final RunProgress progress;
        private final OutputTotals totals;
        private final Set<String> reported = new HashSet<>();

        Followed(Run run, Clock clock) {
            this.progress = new RunProgress(run.analysisType(), run.ticketCount(), clock);
            this.totals = new OutputTotals(run.analysisType(), run.ticketCount());
        }

        @Override
        public void onEvent(StageEvent event) {
            progress.add(event);
        }

        @Override
        public void onReport(TicketReport report) {
            if (reported.add(report.request().requestId())) {
                totals.add(report);
                progress.add(report);
            }
        }
    }
}
