package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.RunTotals;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Langfuse;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.FinishedSpan;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The trace of a run: one root, and a span for each phase that ran. Its ids derive from the run's. */
final class RunSpans {
    private static final String NAME = "Process Tickets";

    private final Tracing tracing;

    RunSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /** All spans of a complete run, the root first. */
    List<FinishedSpan> of(Run run, RunSummary summary, RunPhases phases, Instant now) {
        TraceContext root = TraceContext.ofRun(run.runId());
        Instant start = run.submittedAt().isAfter(now) ? now : run.submittedAt();
        Stream<FinishedSpan> phaseSpans = Stream.of(
                        Stage.FETCH, Stage.SYNTHESIS, Stage.CATEGORIZATION, Stage.DIAGNOSTICS)
                .filter(stage -> phases.byStage().containsKey(stage.wireName()))
                .map(stage -> phase(run, root, stage, summary.totals(), phases, start, now));
        return Stream.concat(Stream.of(root(run, root, summary.totals(), start, now)), phaseSpans)
                .toList();
    }

    private FinishedSpan root(Run run, TraceContext root, RunTotals totals, Instant start, Instant now) {
        SpanDetails details = tracing.details()
                .put(Product.TICKET_COUNT, (long) run.ticketCount())
                .put(Product.SUCCESS_COUNT, totals.success())
                .put(Product.PARTIAL_COUNT, totals.partial())
                .put(Product.FAILED_COUNT, totals.failed())
                .put(Product.RUN_INPUT_TOKENS, totals.inputTokens())
                .put(Product.RUN_OUTPUT_TOKENS, totals.outputTokens())
                .put(Product.RUN_COST_USD, totals.costUsd())
                .put(Product.RUN_CALLS, totals.calls())
                .put(Product.RUN_UNPRICED_CALLS, totals.unpricedCalls())
                .input(asked(run))
                .output(totals);
        String csvPath = run.csvPath();
        if (csvPath != null) {
            details.put(Product.CSV_PATH, csvPath);
        }
        AttributesBuilder attributes = common(run).putAll(details.attributes());
        addPods(attributes, totals);
        addDiagnostics(attributes, totals);
        return span(NAME, root, null, start, now, attributes.build());
    }

    private FinishedSpan phase(
            Run run,
            TraceContext root,
            Stage stage,
            RunTotals totals,
            RunPhases phases,
            Instant runStart,
            Instant runEnd) {
        RunPhase phase = Objects.requireNonNull(phases.byStage().get(stage.wireName()));
        AttributesBuilder attributes = common(run)
                .put(Product.PHASE, stage.wireName())
                .put(Product.TICKET_COUNT, phase.succeeded() + phase.failed())
                .put(Product.SUCCESS_COUNT, phase.succeeded())
                .put(Product.FAILED_COUNT, phase.failed());
        if (stage == Stage.CATEGORIZATION) {
            addPods(attributes, totals);
            totals.categorizationConfidence()
                    .forEach((level, count) -> attributes.put(Product.confidence(level), count));
        } else if (stage == Stage.DIAGNOSTICS) {
            addDiagnostics(attributes, totals);
            totals.diagnosticsConfidence().forEach((level, count) -> attributes.put(Product.confidence(level), count));
        }
        return span(
                phaseName(stage),
                root.derived(stage.wireName()),
                root.spanId(),
                Objects.requireNonNullElse(phase.start(), runStart),
                Objects.requireNonNullElse(phase.end(), runEnd),
                attributes.build());
    }

    private static String phaseName(Stage stage) {
        return switch (stage) {
            case FETCH -> "Phase 1: Fetch Tickets";
            case SYNTHESIS -> "Phase 2: Synthesis";
            case CATEGORIZATION -> "Phase 3a: POD Categorization";
            case DIAGNOSTICS -> "Phase 3b: Diagnostics Analysis";
            case MERGE -> throw new IllegalArgumentException("merging is no phase of a run");
        };
    }

    private static AttributesBuilder common(Run run) {
        return Attributes.builder()
                .put(OpenInference.SPAN_KIND, OpenInference.CHAIN)
                .put(OpenInference.SESSION_ID, run.runId())
                .put(OpenInference.TAGS, run.analysisType().wireName(), run.modelProvider(), "run")
                .put(Langfuse.TRACE_NAME, NAME)
                .put(Product.RUN_ID, run.runId())
                .put(Product.ANALYSIS_TYPE, run.analysisType().wireName())
                .put(Product.MODEL_PROVIDER, run.modelProvider());
    }

    private static void addPods(AttributesBuilder attributes, RunTotals totals) {
        totals.podDistribution().forEach((pod, count) -> attributes.put(Product.podDistribution(pod), count));
    }

    private static void addDiagnostics(AttributesBuilder attributes, RunTotals totals) {
        totals.wasUsed().forEach((answer, count) -> attributes.put(Product.wasUsed(answer), count));
        totals.couldHelp().forEach((answer, count) -> attributes.put(Product.couldHelp(answer), count));
    }

    private static Map<String, Object> asked(Run run) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("analysis_type", run.analysisType());
        asked.put("model_provider", run.modelProvider());
        asked.put("ticket_count", run.ticketCount());
        if (run.csvPath() != null) {
            asked.put("csv_path", run.csvPath());
        }
        return asked;
    }

    /** A run is no error because tickets of it failed: these show their own. */
    private static FinishedSpan span(
            String name,
            TraceContext self,
            @Nullable String parent,
            Instant start,
            Instant end,
            Attributes attributes) {
        return new FinishedSpan(
                name, SpanKind.INTERNAL, self, parent, start, end, attributes, List.of(), List.of(), null);
    }
}
