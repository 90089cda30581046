package io.github.ticketsummarizer.evaluation;

import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import java.util.Set;

/** Labels for tests. */
final class Labels {
    private Labels() {}

    static Label of(String ticketId, String pod, DiagnosticsUse wasUsed, Assessment triage, Assessment fix) {
        return new Label(
                ticketId, pod, Set.of(), wasUsed, triage, fix, null, null, null, null, null, null, "for a test");
    }

    static Label ofPod(String ticketId, String pod, Set<String> acceptablePods) {
        return new Label(
                ticketId,
                pod,
                acceptablePods,
                DiagnosticsUse.NO,
                Assessment.NO,
                Assessment.NO,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
