package io.github.ticketsummarizer.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the reports of a run add up to. Immutable; {@link #plus} adds one report.
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
        double costUsd) {
    /** No report yet. */
    public static final RunTotals NONE =
            new RunTotals(0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, 0, 0);

    /** How many reports are in these totals. */
    public long reports() {
        return success + partial + failed;
    }

    /** These totals with one more report. */
    public RunTotals plus(TicketReport report) {
        Categorization pod = report.categorization();
        DiagnosticsAnalysis diagnostics = report.diagnosticsAnalysis();
        TicketHeader ticket = report.ticket();
        boolean isEscalated =
                ticket != null && ticket.customFields().escalation().isEscalated();
        return new RunTotals(
                success + one(report.reportStatus() == ReportStatus.SUCCESS),
                partial + one(report.reportStatus() == ReportStatus.PARTIAL),
                failed + one(report.reportStatus() == ReportStatus.FAILED),
                synthesisFailed + one(report.errorOf(Stage.SYNTHESIS) != null),
                categorizationFailed + one(report.errorOf(Stage.CATEGORIZATION) != null),
                diagnosticsFailed + one(report.errorOf(Stage.DIAGNOSTICS) != null),
                escalated + one(isEscalated),
                pod == null ? podDistribution : counted(podDistribution, pod.primaryPod()),
                pod == null
                        ? categorizationConfidence
                        : counted(categorizationConfidence, pod.confidence().wireName()),
                diagnostics == null
                        ? wasUsed
                        : counted(
                                wasUsed,
                                diagnostics.wasDiagnosticsUsed().llmAssessment().wireName()),
                diagnostics == null
                        ? couldHelp
                        : counted(
                                couldHelp,
                                diagnostics
                                        .couldDiagnosticsHelp()
                                        .overallAssessment()
                                        .wireName()),
                diagnostics == null
                        ? diagnosticsConfidence
                        : counted(
                                diagnosticsConfidence,
                                diagnostics.couldDiagnosticsHelp().confidence().wireName()),
                inputTokens + sumOfTokens(report, true),
                outputTokens + sumOfTokens(report, false),
                costUsd
                        + report.calls().stream()
                                .mapToDouble(call -> call.costUsd() == null ? 0 : call.costUsd())
                                .sum());
    }

    private static long sumOfTokens(TicketReport report, boolean input) {
        return report.calls().stream()
                .map(call -> input ? call.inputTokens() : call.outputTokens())
                .mapToLong(tokens -> tokens == null ? 0 : tokens)
                .sum();
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }

    private static Map<String, Long> counted(Map<String, Long> counts, String name) {
        Map<String, Long> next = new TreeMap<>(counts);
        next.merge(name, 1L, Long::sum);
        return next;
    }
}
