package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.RunTotals;
import io.github.ticketsummarizer.model.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The summary that a run ends with: a label and a value a line. */
public final class RunSummaryText {
    private static final int LABEL_WIDTH = 22;

    private final RunFacts facts;
    private final OutputTotals totals;
    private final List<String> lines = new ArrayList<>();

    /** @param totals of the tickets finished so far */
    public RunSummaryText(RunFacts facts, OutputTotals totals) {
        this.facts = facts;
        this.totals = totals;
    }

    /** The lines, each ended; the last ones name the files. */
    public String of(List<Path> files) {
        lines.clear();
        RunTotals sums = totals.runTotals();
        line("Run", facts.run().runId());
        line("Analysis", facts.run().analysisType().wireName());
        line("Provider", facts.run().modelProvider());
        line("Tickets", Integer.toString(totals.asked()));
        addOutcomes(sums);
        addAnalyses(sums);
        line("Escalated", "%d (%s)".formatted(totals.escalated(), OutputMetadata.escalationRate(totals)));
        addUsage(sums);
        line("Time", time(facts.processingTime()));
        for (int i = 0; i < files.size(); i++) {
            line(i == 0 ? "Files" : "", files.get(i).toString());
        }
        return lines.stream().map(text -> text + System.lineSeparator()).collect(Collectors.joining());
    }

    private void addOutcomes(RunTotals sums) {
        line("  success", Long.toString(sums.success()));
        if (facts.run().analysisType() == AnalysisType.BOTH) {
            line("  partial", Long.toString(sums.partial()));
        }
        line("  failed", Long.toString(sums.failed()));
        if (sums.flagged() > 0) {
            line("  with warnings", "%d; see the column warnings".formatted(sums.flagged()));
        }
        if (totals.unfinished() > 0) {
            line("  not finished", Integer.toString(totals.unfinished()));
        }
    }

    private void addAnalyses(RunTotals sums) {
        AnalysisType asked = facts.run().analysisType();
        if (asked.includes(Stage.CATEGORIZATION)) {
            line("POD confidence", counts(OutputMetadata.confidence(sums.categorizationConfidence())));
            line("PODs", counts(OutputMetadata.mostFirst(sums.podDistribution())));
        }
        if (asked.includes(Stage.DIAGNOSTICS)) {
            line("Diagnostics used", counts(OutputMetadata.wasUsed(sums)));
            line("  could have helped", counts(OutputMetadata.couldHelp(sums)));
            line("  confidence", counts(OutputMetadata.confidence(sums.diagnosticsConfidence())));
        }
    }

    private void addUsage(RunTotals sums) {
        if (sums.inputTokens() + sums.outputTokens() > 0) {
            line("Tokens", "%d in, %d out".formatted(sums.inputTokens(), sums.outputTokens()));
        }
        if (sums.costUsd() > 0 || sums.unpricedCalls() > 0) {
            line("Cost", cost(sums));
        }
    }

    private String cost(RunTotals sums) {
        RunCost cost = RunCost.of(sums);
        if (cost.usd() == null) {
            return "not known: %s".formatted(whyUnknown(sums, "the models that answered"));
        }
        String dollars = String.format(Locale.ROOT, "%.4f USD", cost.usd());
        return cost.usdPerThousandTickets() == null
                ? "%s for %d of %d calls; %s"
                        .formatted(
                                dollars,
                                sums.calls() - sums.unpricedCalls(),
                                sums.calls(),
                                whyUnknown(sums, "the others"))
                : String.format(Locale.ROOT, "%s, %.2f USD per 1,000 tickets", dollars, cost.usdPerThousandTickets());
    }

    private String whyUnknown(RunTotals sums, String them) {
        long uncounted = totals.uncountedCalls();
        long unlisted = sums.unpricedCalls() - uncounted;
        if (uncounted == 0) {
            return "prices.yaml has no price for %s".formatted(them);
        }
        return unlisted == 0
                ? "tokens were not counted for %s".formatted(them)
                : "prices.yaml has no price for %d, and tokens were not counted for %d".formatted(unlisted, uncounted);
    }

    private void line(String label, String value) {
        lines.add("%%-%ds%%s".formatted(LABEL_WIDTH).formatted(label, value).stripTrailing());
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "-"
                : counts.entrySet().stream()
                        .map(entry -> "%s %d".formatted(entry.getKey().replace('_', ' '), entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String time(Duration duration) {
        long minutes = duration.toMinutes();
        double seconds = duration.minusMinutes(minutes).toMillis() / 1000.0;
        return minutes == 0
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d min %.0f s", minutes, seconds);
    }
}
