package io.github.ticketsummarizer.telemetry.metric;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.telemetry.attribute.GenAi;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the reports tell: outcomes, the time in each stage, tokens and cost. They are all told in one place and at
 * the end, so that a ticket whose work was repeated after a kill counts once. Every attribute has few values: what a ticket
 * or a run is called is none. Thread-safe.
 */
public final class TicketMetrics {
    /** The instrumentation scope of our metrics. */
    public static final String SCOPE = "io.github.ticketsummarizer";

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    private static final AttributeKey<String> ANALYSIS_TYPE = AttributeKey.stringKey("analysis_type");
    private static final AttributeKey<String> STAGE = AttributeKey.stringKey("stage");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("gen_ai.response.model");
    private static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey("gen_ai.token.type");
    private static final AttributeKey<String> TASK = AttributeKey.stringKey("task");
    private static final AttributeKey<String> PROMPT_VERSION = AttributeKey.stringKey("prompt_version");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");

    /** Seconds; a stage waits for seconds when all is well, and for minutes when a provider holds it back. */
    private static final List<Double> STAGE_BUCKETS =
            List.of(0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0);
    /** As the convention advises for calls to models. */
    private static final List<Double> CALL_BUCKETS =
            List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
    /** As the convention advises for tokens. */
    private static final List<Long> TOKEN_BUCKETS = List.of(
            1L, 4L, 16L, 64L, 256L, 1024L, 4096L, 16384L, 65536L, 262144L, 1048576L, 4194304L, 16777216L, 67108864L);

    private final ModelLabels models = new ModelLabels();
    private final LongCounter tickets;
    private final DoubleHistogram stageDuration;
    private final DoubleHistogram queueDuration;
    private final LongCounter retries;
    private final LongCounter failures;
    private final LongHistogram tokens;
    private final DoubleHistogram callDuration;
    private final DoubleCounter cost;
    private final LongCounter unpriced;

    /** Some that count nothing. */
    public static TicketMetrics none() {
        return new TicketMetrics(MeterProvider.noop().get(SCOPE));
    }

    public TicketMetrics(Meter meter) {
        tickets = counter(meter, MetricNames.TICKETS, "{ticket}", "Tickets that were reported");
        stageDuration =
                seconds(meter, MetricNames.STAGE_DURATION, "Last attempt of a stage at a ticket", STAGE_BUCKETS);
        queueDuration = seconds(
                meter,
                MetricNames.STAGE_QUEUE_DURATION,
                "From a stage's taking a ticket in to its last attempt",
                STAGE_BUCKETS);
        retries = counter(meter, MetricNames.STAGE_RETRIES, "{attempt}", "Attempts beyond the first");
        failures = counter(meter, MetricNames.STAGE_FAILURES, "{ticket}", "Tickets that a stage gave up on");
        tokens = meter.histogramBuilder(MetricNames.TOKENS)
                .ofLongs()
                .setUnit("{token}")
                .setDescription("Tokens of a call to a model")
                .setExplicitBucketBoundariesAdvice(TOKEN_BUCKETS)
                .build();
        callDuration = seconds(meter, MetricNames.CALL_DURATION, "A call to a model", CALL_BUCKETS);
        cost = meter.counterBuilder(MetricNames.COST)
                .ofDoubles()
                .setUnit("{USD}")
                .setDescription("Cost of calls to models whose price is known")
                .build();
        unpriced = counter(meter, MetricNames.UNPRICED_CALLS, "{call}", "Calls to models whose cost is not known");
        startAtZero();
    }

    /** Prometheus sees an increase only from a value it has seen before. */
    private void startAtZero() {
        for (ReportStatus outcome : ReportStatus.values()) {
            for (AnalysisType type : AnalysisType.values()) {
                tickets.add(0, Attributes.of(OUTCOME, outcome.wireName(), ANALYSIS_TYPE, type.wireName()));
            }
        }
        for (Stage stage : Stage.values()) {
            retries.add(0, Attributes.of(STAGE, stage.wireName()));
        }
    }

    private static LongCounter counter(Meter meter, String name, String unit, String description) {
        return meter.counterBuilder(name)
                .setUnit(unit)
                .setDescription(description)
                .build();
    }

    private static DoubleHistogram seconds(Meter meter, String name, String description, List<Double> buckets) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(buckets)
                .build();
    }

    /** Counts a report that is about to be written. */
    public void reported(TicketReport report) {
        tickets.add(
                1,
                Attributes.of(
                        OUTCOME, report.reportStatus().wireName(),
                        ANALYSIS_TYPE, report.request().analysisType().wireName()));
        report.timings().forEach(this::stageEnded);
        report.errors().forEach(this::stageFailed);
        report.calls().forEach(this::called);
    }

    private void stageEnded(StageTiming timing) {
        if (timing.attempts() == 0) {
            return; // it was given up before an attempt whose time there is to tell
        }
        Attributes attributes = Attributes.of(STAGE, timing.stage().wireName());
        stageDuration.record(secondsBetween(timing.startedAt(), timing.finishedAt()), attributes);
        queueDuration.record(secondsBetween(timing.receivedAt(), timing.startedAt()), attributes);
        retries.add(Math.max(0, timing.attempts() - 1L), attributes);
    }

    private void stageFailed(ReportError error) {
        failures.add(
                1,
                Attributes.of(
                        STAGE,
                        error.stage().wireName(),
                        ERROR_TYPE,
                        error.errorType().wireName()));
    }

    private void called(ModelCall call) {
        Attributes attributes = Attributes.of(
                OPERATION,
                "chat",
                GenAi.PROVIDER_NAME,
                GenAi.providerName(call.provider()),
                MODEL,
                models.of(call.model()),
                TASK,
                call.task(),
                PROMPT_VERSION,
                Integer.toString(call.promptVersion()));
        callDuration.record(Duration.ofMillis(call.durationMs()).toNanos() / 1e9, attributes);
        count(call.inputTokens(), "input", attributes);
        count(call.outputTokens(), "output", attributes);
        if (call.costUsd() == null) {
            String reason = call.tokensKnown() ? "no_price" : "no_tokens";
            unpriced.add(1, attributes.toBuilder().put(REASON, reason).build());
        } else {
            cost.add(call.costUsd(), attributes);
        }
    }

    private void count(@Nullable Long count, String type, Attributes attributes) {
        if (count != null) {
            tokens.record(count, attributes.toBuilder().put(TOKEN_TYPE, type).build());
        }
    }

    /** Clocks of two machines may differ; no time is below zero. */
    private static double secondsBetween(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toNanos() / 1e9);
    }
}
