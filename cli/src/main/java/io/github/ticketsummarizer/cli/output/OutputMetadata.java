package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.RunTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The {@code metadata} object of an output file: names and order as people know them, new ones at the end. */
final class OutputMetadata {
    private final OutputKind kind;
    private final RunFacts facts;
    private final OutputTotals totals;

    OutputMetadata(OutputKind kind, RunFacts facts, OutputTotals totals) {
        this.kind = kind;
        this.facts = facts;
        this.totals = totals;
    }

    Map<String, Object> toMap() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("analysis_type", facts.run().analysisType().wireName());
        metadata.put("total_tickets", totals.asked());
        metadata.put("successfully_processed", totals.count(kind, ProcessingStatus.SUCCESS));
        metadata.put("synthesis_failed", totals.count(kind, ProcessingStatus.SYNTHESIS_FAILED));
        metadata.put(kind.ownFailure().wireName(), totals.count(kind, kind.ownFailure()));
        metadata.put("failed", totals.count(kind, ProcessingStatus.FAILED));
        metadata.putAll(breakdowns());
        metadata.put("escalation_breakdown", escalation());
        metadata.put("processed_at", OutputTicket.date(facts.processedAt(), facts.zone()));
        metadata.put("processing_time_seconds", seconds());
        metadata.put("not_finished", totals.unfinished());
        metadata.put("run_id", facts.run().runId());
        metadata.put("model_provider", facts.run().modelProvider());
        metadata.put("prompt_versions", facts.run().promptVersions());
        metadata.put("usage", usage());
        metadata.put("with_warnings", totals.runTotals().flagged());
        return metadata;
    }

    private Map<String, Object> breakdowns() {
        RunTotals sums = totals.runTotals();
        return switch (facts.run().analysisType()) {
            case POD -> podBreakdowns(sums);
            case DIAGNOSTICS -> Map.of("diagnostics_breakdown", diagnosticsBreakdowns(sums));
            case BOTH -> {
                Map<String, Object> both = new LinkedHashMap<>();
                both.put("pod_analysis", podBreakdowns(sums));
                both.put("diagnostics_analysis", diagnosticsBreakdowns(sums));
                yield both;
            }
        };
    }

    private static Map<String, Object> podBreakdowns(RunTotals sums) {
        Map<String, Object> breakdowns = new LinkedHashMap<>();
        breakdowns.put("confidence_breakdown", confidence(sums.categorizationConfidence()));
        breakdowns.put("pod_distribution", mostFirst(sums.podDistribution()));
        return breakdowns;
    }

    private static Map<String, Object> diagnosticsBreakdowns(RunTotals sums) {
        Map<String, Object> breakdowns = new LinkedHashMap<>();
        breakdowns.put("was_used", wasUsed(sums));
        breakdowns.put("could_help", couldHelp(sums));
        breakdowns.put("confidence", confidence(sums.diagnosticsConfidence()));
        return breakdowns;
    }

    static Map<String, Long> wasUsed(RunTotals sums) {
        return allOf(DiagnosticsUse.values(), DiagnosticsUse::wireName, sums.wasUsed());
    }

    static Map<String, Long> couldHelp(RunTotals sums) {
        return allOf(Assessment.values(), Assessment::wireName, sums.couldHelp());
    }

    static Map<String, Long> confidence(Map<String, Long> counts) {
        Map<String, Long> byKey = new LinkedHashMap<>();
        for (Confidence confidence : Confidence.values()) {
            byKey.put(confidence.name().toLowerCase(Locale.ROOT), counts.getOrDefault(confidence.wireName(), 0L));
        }
        return byKey;
    }

    static Map<String, Long> mostFirst(Map<String, Long> counts) {
        List<Map.Entry<String, Long>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        Map<String, Long> ordered = new LinkedHashMap<>();
        sorted.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** For example {@code 12.50%} of the tickets that were fetched; {@code 0.00%} when none was. */
    static String escalationRate(OutputTotals totals) {
        int fetched = totals.escalated() + totals.notEscalated();
        double percent = fetched == 0 ? 0 : 100.0 * totals.escalated() / fetched;
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }

    private Map<String, Object> escalation() {
        Map<String, Object> breakdown = new LinkedHashMap<>();
        breakdown.put("total_escalated", totals.escalated());
        breakdown.put("total_not_escalated", totals.notEscalated());
        breakdown.put("escalation_rate", escalationRate(totals));
        return breakdown;
    }

    private Map<String, Object> usage() {
        RunTotals sums = totals.runTotals();
        RunCost cost = RunCost.of(sums);
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("input_tokens", sums.inputTokens());
        usage.put("output_tokens", sums.outputTokens());
        usage.put("cost_usd", cost.usd());
        usage.put("calls", sums.calls());
        usage.put("unpriced_calls", sums.unpricedCalls());
        usage.put("cost_usd_per_1000_tickets", cost.usdPerThousandTickets());
        return usage;
    }

    private BigDecimal seconds() {
        return BigDecimal.valueOf(facts.processingTime().toMillis(), 3).setScale(2, RoundingMode.HALF_UP);
    }

    private static <E> Map<String, Long> allOf(E[] values, Function<E, String> name, Map<String, Long> counts) {
        Map<String, Long> all = new LinkedHashMap<>();
        Arrays.stream(values).map(name).forEach(key -> all.put(key, counts.getOrDefault(key, 0L)));
        return all;
    }
}
