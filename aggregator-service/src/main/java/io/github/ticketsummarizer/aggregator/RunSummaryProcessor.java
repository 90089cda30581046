package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.RunTotals;
import io.github.ticketsummarizer.streams.JsonSerde;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds up each run. A summary that changed is sent at the next tick, however often it changed; the one that becomes
 * complete is sent at once. What is kept of a run, about a kilobyte, is kept as long as its compacted topics keep it.
 */
final class RunSummaryProcessor implements Processor<String, RunContribution, String, RunSummary> {
    /** Runs whose tickets come at the same time. */
    static final int RUNS_REMEMBERED = 100;

    static final String STORE = "run-states";

    private static final Logger log = LoggerFactory.getLogger(RunSummaryProcessor.class);

    private final AggregatorSettings settings;
    private final Clock clock;
    private final Json json;
    private final Tracing tracing;
    private final Set<String> unsent = new LinkedHashSet<>();

    private ProcessorContext<String, RunSummary> context;
    private JsonStore<RunSummary> runs;
    private RunTracing traces;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    RunSummaryProcessor(AggregatorSettings settings, Clock clock, Json json, Tracing tracing) {
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        this.tracing = tracing;
    }

    /** What was not sent when the last owner stopped cannot be known, so each run that is not complete is sent again. */
    @Override
    public void init(ProcessorContext<String, RunSummary> processorContext) {
        context = processorContext;
        runs = new JsonStore<>(
                context.getStateStore(STORE),
                new JsonSerde<>(json, RunSummary.class),
                settings.maxRecordBytes(),
                RUNS_REMEMBERED,
                this::nothingYet);
        traces = new RunTracing(context, json, settings.maxRecordBytes(), tracing, clock);
        runs.forEach((runId, summary) -> {
            if (!summary.complete()) {
                unsent.add(runId);
            }
        });
        context.schedule(settings.runSummaryInterval(), PunctuationType.WALL_CLOCK_TIME, time -> sendUnsent());
        context.schedule(DueSpans.CHECK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, time -> traces.check());
    }

    @Override
    public void process(Record<String, RunContribution> record) {
        String runId = record.key();
        RunSummary known = runs.find(runId);
        RunSummary before = known == null ? nothingYet(runId) : known;
        RunSummary summary = sum(before, record.value());
        if (!runs.put(runId, summary)) {
            log.atError()
                    .addKeyValue("runId", MergeWriter.shortened(runId))
                    .log("the run's summary is too large to be kept; it stays behind");
            return;
        }
        unsent.add(runId);
        traces.add(runId, record.value());
        if (summary.complete() && !before.complete()) {
            send(runId);
            traces.completed(summary);
        }
    }

    @Override
    public void close() {
        traces.close();
    }

    private void sendUnsent() {
        List.copyOf(unsent).forEach(this::send);
    }

    private void send(String runId) {
        RunSummary summary = runs.find(runId);
        if (summary != null) {
            context.forward(new Record<>(runId, summary, clock.millis()));
        }
        unsent.remove(runId);
    }

    private RunSummary sum(RunSummary before, RunContribution more) {
        Run run = more.run() == null ? before.run() : more.run();
        RunTotals totals = before.totals().plus(more.totals());
        boolean isComplete = run != null && totals.reports() >= run.ticketCount();
        return new RunSummary(
                before.runId(), run, before.accepted() + more.accepted(), totals, isComplete, clock.instant());
    }

    private RunSummary nothingYet(String runId) {
        return new RunSummary(runId, null, 0, RunTotals.NONE, false, clock.instant());
    }
}
