package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.streams.JsonSerde;
import io.github.ticketsummarizer.telemetry.span.FinishedSpan;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Collects what the trace of a run tells, and sends it when the run is complete. */
final class RunTracing {
    /** The name of the store that holds what the stages did so far. */
    static final String PHASES_STORE = "run-phases";

    /** The name of the store that holds the spans which may not have been exported yet. */
    static final String DUE_STORE = "run-spans-due";

    private final Tracing tracing;
    private final Clock clock;
    private final RunSpans spans;
    private final JsonStore<RunPhases> phases;
    private final DueSpans due;

    RunTracing(ProcessorContext<?, ?> context, Json json, int maxRecordBytes, Tracing tracing, Clock clock) {
        this.tracing = tracing;
        this.clock = clock;
        this.spans = new RunSpans(tracing);
        this.phases = new JsonStore<>(
                context.getStateStore(PHASES_STORE),
                new JsonSerde<>(json, RunPhases.class),
                maxRecordBytes,
                RunSummaryProcessor.RUNS_REMEMBERED,
                runId -> RunPhases.NONE);
        this.due = new DueSpans(context.getStateStore(DUE_STORE), json, maxRecordBytes, tracing);
    }

    /** Notes what the stages did for one report. */
    void add(String runId, RunContribution contribution) {
        Map<String, RunPhase> more = contribution.phases();
        if (tracing.isEnabled() && more != null) {
            phases.put(runId, soFar(runId).plus(more));
        }
    }

    /** The run is complete: its trace is made and its phases are forgotten. */
    void completed(RunSummary summary) {
        Run run = summary.run();
        if (tracing.isEnabled() && run != null) {
            Instant now = clock.instant();
            for (FinishedSpan span : spans.of(run, summary, soFar(run.runId()), now)) {
                due.add(span.self().spanId(), span, now);
            }
            phases.delete(run.runId());
        }
    }

    /** Sends the spans of runs whose completion is committed. */
    void check() {
        due.check(clock.instant());
    }

    /** Sends the rest. */
    void close() {
        due.close();
    }

    private RunPhases soFar(String runId) {
        return Objects.requireNonNullElse(phases.find(runId), RunPhases.NONE);
    }
}
