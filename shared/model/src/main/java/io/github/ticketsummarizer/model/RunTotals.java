package io.github.ticketsummarizer.model;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the reports of a run add up to. Immutable; totals add up in any order.
 *
 * <p>Equality an operator may rely on: {@code reports = success + partial + failed}, and
 * {@code synthesisFailed <= failed}.
 *
 * @param success reports on which everything asked for is there
 * @param partial reports on which one of two analyses is missing
 * @param failed reports on which nothing asked for is there, whatever the stage
 * @param synthesisFailed those of the failed whose synthesis failed
 * @param categorizationFailed reports whose categorization failed; likewise Diagnostics
 * @param podDistribution reports by primary POD
 * @param categorizationConfidence reports by confidence of the categorization
 * @param wasUsed reports by whether Diagnostics was used
 * @param couldHelp reports by whether it could have helped, overall
 * @param diagnosticsConfidence reports by confidence of that answer
 * @param inputTokens tokens read in all calls, as far as they are known; likewise output tokens and cost
 * @param calls to models
 * @param unpricedCalls those of them whose cost is not known, and so not in {@code costUsd}
 * @param flagged reports with a warning
 */
public record RunTotals(
        long success,
        long partial,
        long failed,
        long synthesisFailed,
        long categorizationFailed,
        long diagnosticsFailed,
        long escalated,
        Map<String, Long> podDistribution,
        Map<String, Long> categorizationConfidence,
        Map<String, Long> wasUsed,
        Map<String, Long> couldHelp,
        Map<String, Long> diagnosticsConfidence,
        long inputTokens,
        long outputTokens,
        double costUsd,
        @Nullable Long calls,
        @Nullable Long unpricedCalls,
        @Nullable Long flagged) {
    /** No report yet. */
    public static final RunTotals NONE =
            new RunTotals(0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, 0, 0, 0L, 0L, 0L);

    public RunTotals {
        podDistribution = sorted(podDistribution);
        categorizationConfidence = sorted(categorizationConfidence);
        wasUsed = sorted(wasUsed);
        couldHelp = sorted(couldHelp);
        diagnosticsConfidence = sorted(diagnosticsConfidence);
    }

    /** The totals of one report. */
    public static RunTotals of(TicketReport report) {
        Categorization pod = report.categorization();
        DiagnosticsAnalysis diagnostics = report.diagnosticsAnalysis();
        TicketHeader ticket = report.ticket();
        return new RunTotals(
                one(report.reportStatus() == ReportStatus.SUCCESS),
                one(report.reportStatus() == ReportStatus.PARTIAL),
                one(report.reportStatus() == ReportStatus.FAILED),
                one(report.errorOf(Stage.SYNTHESIS) != null),
                one(report.errorOf(Stage.CATEGORIZATION) != null),
                one(report.errorOf(Stage.DIAGNOSTICS) != null),
                one(ticket != null && ticket.customFields().escalation().isEscalated()),
                one(pod, Categorization::primaryPod),
                one(pod, answer -> answer.confidence().wireName()),
                one(
                        diagnostics,
                        answer -> answer.wasDiagnosticsUsed().llmAssessment().wireName()),
                one(
                        diagnostics,
                        answer -> answer.couldDiagnosticsHelp()
                                .overallAssessment()
                                .wireName()),
                one(
                        diagnostics,
                        answer -> answer.couldDiagnosticsHelp().confidence().wireName()),
                sum(report, ModelCall::inputTokens),
                sum(report, ModelCall::outputTokens),
                report.calls().stream()
                        .map(ModelCall::costUsd)
                        .mapToDouble(cost -> cost == null ? 0 : cost)
                        .sum(),
                (long) report.calls().size(),
                report.calls().stream().filter(call -> call.costUsd() == null).count(),
                one(!report.warnings().isEmpty()));
    }

    /** The calls; none where an older writer counted none. */
    @Override
    public Long calls() {
        return Objects.requireNonNullElse(calls, 0L);
    }

    /** The calls of unknown cost; none where an older writer counted none. */
    @Override
    public Long unpricedCalls() {
        return Objects.requireNonNullElse(unpricedCalls, 0L);
    }

    /** The reports with a warning; none where an older writer counted none. */
    @Override
    public Long flagged() {
        return Objects.requireNonNullElse(flagged, 0L);
    }

    /** How many reports are in these totals. */
    public long reports() {
        return success + partial + failed;
    }

    /** These totals with one more report. */
    public RunTotals plus(TicketReport report) {
        return plus(of(report));
    }

    /** These totals and the others together. */
    public RunTotals plus(RunTotals other) {
        return new RunTotals(
                success + other.success,
                partial + other.partial,
                failed + other.failed,
                synthesisFailed + other.synthesisFailed,
                categorizationFailed + other.categorizationFailed,
                diagnosticsFailed + other.diagnosticsFailed,
                escalated + other.escalated,
                sum(podDistribution, other.podDistribution),
                sum(categorizationConfidence, other.categorizationConfidence),
                sum(wasUsed, other.wasUsed),
                sum(couldHelp, other.couldHelp),
                sum(diagnosticsConfidence, other.diagnosticsConfidence),
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costUsd + other.costUsd,
                calls() + other.calls(),
                unpricedCalls() + other.unpricedCalls(),
                flagged() + other.flagged());
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }

    private static <T> Map<String, Long> one(@Nullable T answer, Function<T, String> name) {
        return answer == null ? Map.of() : Map.of(name.apply(answer), 1L);
    }

    private static long sum(TicketReport report, Function<ModelCall, @Nullable Long> tokens) {
        return report.calls().stream()
                .map(tokens)
                .mapToLong(count -> count == null ? 0 : count)
                .sum();
    }

    private static Map<String, Long> sum(Map<String, Long> some, Map<String, Long> others) {
        Map<String, Long> all = new TreeMap<>(some);
        others.forEach((name, count) -> all.merge(name, count, Long::sum));
        return all;
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
