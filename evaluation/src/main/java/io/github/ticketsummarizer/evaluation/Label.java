package io.github.ticketsummarizer.evaluation;

import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketType;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is right for one ticket, as people judged it. What no figure is made of may be left out.
 *
 * @param acceptablePods PODs that would not be wrong; whether the primary one is among them does not matter
 * @param triageGapArea null when triage is yes; likewise for fix
 * @param split null when the labels are not halved
 * @param why why it is labelled so, a line
 */
public record Label(
        String ticketId,
        String primaryPod,
        @Nullable Set<String> acceptablePods,
        DiagnosticsUse wasUsed,
        Assessment triage,
        Assessment fix,
        @Nullable String triageGapArea,
        @Nullable String fixGapArea,
        @Nullable TicketType ticketType,
        @Nullable Boolean isEscalated,
        @Nullable Synthesis referenceSynthesis,
        @Nullable Split split,
        @Nullable String why) {
    public Label {
        Objects.requireNonNull(ticketId, "ticket_id");
        Objects.requireNonNull(primaryPod, "primary_pod");
        Objects.requireNonNull(wasUsed, "was_used");
        Objects.requireNonNull(triage, "triage");
        Objects.requireNonNull(fix, "fix");
        acceptablePods = acceptablePods == null ? null : Set.copyOf(acceptablePods);
    }

    /** Every POD that would not be wrong, the primary one first. */
    public Set<String> rightPods() {
        Set<String> pods = new LinkedHashSet<>();
        pods.add(primaryPod);
        if (acceptablePods != null) {
            pods.addAll(acceptablePods);
        }
        return pods;
    }
}
