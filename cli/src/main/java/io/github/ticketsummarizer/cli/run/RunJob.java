package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.cli.output.FinishedTicket;
import io.github.ticketsummarizer.cli.output.FinishedTickets;
import io.github.ticketsummarizer.cli.output.OutputTotals;
import io.github.ticketsummarizer.cli.output.OutputWriter;
import io.github.ticketsummarizer.cli.output.RunFacts;
import io.github.ticketsummarizer.cli.output.WrittenOutputs;
import io.github.ticketsummarizer.cli.progress.ProgressView;
import io.github.ticketsummarizer.cli.progress.RunProgress;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.streams.Topics;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run on this machine, new or begun earlier: submits what has no report yet, keeps the reports that come, and writes
 * the outputs of what is there. Used by one thread.
 */
public final class RunJob implements Closeable, RunListener {
    private static final Duration POLL = Duration.ofMillis(100);

    private final RunFolder folder;
    private final Json json;
    private final ProgressView view;
    private final Consumer<String> notes;
    private final Interruption interruption;
    private final Clock clock;
    private final Instant start;
    private final Map<String, TicketEntry> ticketsByRequest = new LinkedHashMap<>();
    private final RunProgress progress;
    private final OutputTotals totals;
    private final ReportSpool spool;

    /**
     * Looks at what the run has so far.
     *
     * @param notes takes sentences for the person who waits
     */
    public RunJob(
            RunFolder folder,
            Json json,
            ProgressView view,
            Consumer<String> notes,
            Interruption interruption,
            Clock clock)
            throws IOException {
        this.folder = folder;
        this.json = json;
        this.view = view;
        this.notes = notes;
        this.interruption = interruption;
        this.clock = clock;
        this.start = clock.instant();
        folder.tickets().forEach(ticket -> ticketsByRequest.put(requestId(ticket), ticket));
        AnalysisType analysisType = folder.manifest().run().analysisType();
        this.progress = new RunProgress(analysisType, ticketsByRequest.size(), clock);
        this.totals = new OutputTotals(analysisType, ticketsByRequest.size());
        this.spool = folder.openSpool(this::count);
    }

    /** How many tickets have their report. */
    public int finishedCount() {
        return spool.size();
    }

    /** The tickets that have no report, in the order of the input. */
    public List<TicketEntry> unfinished() {
        return ticketsByRequest.entrySet().stream()
                .filter(ticket -> !spool.contains(ticket.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What the tickets that have a report add up to. */
    public OutputTotals totals() {
        return totals;
    }

    /** What all its tickets were expected to cost; null where that is not known. */
    public @Nullable CostEstimate estimate() {
        return folder.manifest().estimate();
    }

    /** Whether every ticket has its report. */
    public boolean isComplete() {
        return spool.size() == ticketsByRequest.size();
    }

    /**
     * Submits what has no report, and takes reports until all are there or an interruption is requested. Services of
     * this process get the time to make the run's trace.
     *
     * @throws io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException when the cluster does not take the
     *     submission; the reports that came stay
     */
    public void work(Cluster cluster) throws IOException {
        Topics topics = new Topics(json, cluster.kafka().maxRecordBytes());
        try (RunWatcher watcher =
                new RunWatcher(cluster.kafka(), topics, folder.manifest().run().runId())) {
            catchUp(watcher);
            try (RunSubmitter submitter = new RunSubmitter(cluster.kafka(), topics, json, cluster.tracing())) {
                submitter.submit(folder.manifest().run(), unfinished(), interruption::isRequested);
            }
            watch(watcher, cluster);
            if (!cluster.isElsewhere() && cluster.tracing().isEnabled()) {
                // These services are stopped after the run, and the run's trace would be lost with them.
                new RunCompletion(cluster.kafka(), topics, interruption)
                        .await(folder.manifest().run().runId());
            }
        } finally {
            view.finish(progress.snapshot());
        }
    }

    /** The tickets that have a report, in the order of the input. */
    public FinishedTickets finishedTickets() {
        return visitor -> {
            for (Map.Entry<String, TicketEntry> ticket : ticketsByRequest.entrySet()) {
                TicketReport report = spool.read(ticket.getKey());
                if (report != null) {
                    visitor.visit(new FinishedTicket(ticket.getValue(), report));
                }
            }
        };
    }

    /** Writes the outputs of the tickets that have a report, over those that this run wrote before. */
    public RunOutcome writeOutputs() throws IOException {
        RunManifest manifest = folder.manifest();
        Instant now = clock.instant();
        Duration worked = Duration.ofMillis(manifest.workedMs()).plus(Duration.between(start, now));
        RunFacts facts = new RunFacts(manifest.run(), manifest.zone(), now, worked);
        WrittenOutputs written = new OutputWriter(json)
                .write(Path.of(manifest.outputFolder()), manifest.outputStamp(), facts, totals, finishedTickets());
        folder.save(manifest.afterOutputs(written.stamp(), worked));
        return new RunOutcome(facts, written);
    }

    @Override
    public void onEvent(StageEvent event) {
        if (ticketsByRequest.containsKey(event.requestId())) {
            progress.add(event);
        }
    }

    @Override
    public void onReport(TicketReport report) throws IOException {
        if (ticketsByRequest.containsKey(report.request().requestId()) && spool.add(report)) {
            count(report);
        }
    }

    private void count(TicketReport report) {
        progress.add(report);
        totals.add(report);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** Reads what the services said before this process began, so that only what is missing is sent again. */
    private void catchUp(RunWatcher watcher) throws IOException {
        Map<String, Long> ends = watcher.ends();
        Map<String, Long> positions = folder.manifest().start();
        if (positions == null) {
            positions = ends;
            folder.save(folder.manifest().startingAt(ends));
        }
        watcher.startAt(positions);
        while (!watcher.hasReached(ends) && !interruption.isRequested()) {
            watcher.poll(POLL, this);
            view.show(progress.snapshot());
        }
    }

    private void watch(RunWatcher watcher, Cluster cluster) throws IOException {
        Consumer<String> stallNotes = cluster.isElsewhere() ? notes : note -> {};
        StallNotes stalls = new StallNotes(clock, stallNotes, cluster.kafka().bootstrapServers());
        new WatchLoop(watcher, progress, view, stalls, interruption)
                .until(this::isComplete, this, cluster::requireHealthy);
    }

    private String requestId(TicketEntry ticket) {
        return RunIds.requestId(folder.manifest().run().runId(), ticket.ticketId());
    }
}
