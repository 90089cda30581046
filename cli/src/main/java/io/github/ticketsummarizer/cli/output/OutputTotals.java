package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.RunTotals;
import io.github.ticketsummarizer.model.TicketReport;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the finished tickets of a run add up to. In each pair of files
 * {@code successes + own failures + synthesis failures + other failures + unfinished = tickets asked for}, and each
 * ticket counts once.
 */
public final class OutputTotals {
    private final int asked;
    private final Map<OutputKind, Map<ProcessingStatus, Integer>> counts = new EnumMap<>(OutputKind.class);
    private RunTotals totals = RunTotals.NONE;
    private long uncountedCalls;
    private int escalated;
    private int notEscalated;

    /** @param asked how many tickets the run was asked for */
    public OutputTotals(AnalysisType analysisType, int asked) {
        this.asked = asked;
        OutputKind.of(analysisType).forEach(kind -> counts.put(kind, new EnumMap<>(ProcessingStatus.class)));
    }

    /** Adds the report of one ticket. */
    public void add(TicketReport report) {
        totals = totals.plus(report);
        uncountedCalls += report.calls().stream()
                .filter(call -> call.costUsd() == null && !call.tokensKnown())
                .count();
        counts.forEach((kind, byStatus) -> byStatus.merge(ProcessingStatus.of(report, kind), 1, Integer::sum));
        if (report.ticket() != null) {
            boolean isEscalated = report.ticket().customFields().escalation().isEscalated();
            escalated += isEscalated ? 1 : 0;
            notEscalated += isEscalated ? 0 : 1;
        }
    }

    /** How many tickets the run was asked for. */
    public int asked() {
        return asked;
    }

    /** How many of them have no report yet. */
    public int unfinished() {
        return asked - Math.toIntExact(totals.reports());
    }

    /** How many tickets these files show with the given status. */
    public int count(OutputKind kind, ProcessingStatus status) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(status, 0);
    }

    /** Sums over all reports. */
    public RunTotals runTotals() {
        return totals;
    }

    /** Calls whose cost is not known since their tokens are not; no price would tell it. */
    public long uncountedCalls() {
        return uncountedCalls;
    }

    /** Whether a ticket lacks anything that was asked for. */
    public boolean hasFailures() {
        return totals.partial() + totals.failed() > 0;
    }

    /** Fetched tickets that went to engineering. A ticket that was not fetched is on neither side. */
    public int escalated() {
        return escalated;
    }

    /** Fetched tickets that did not go to engineering. */
    public int notEscalated() {
        return notEscalated;
    }
}
