package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.model.Confidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether Diagnostics could have helped, before an escalation is looked at.
 *
 * @param basis what was found that decided it
 * @param capabilities ids of what the panel would have shown
 * @param limitation what the panel cannot do here; null when nothing of it was found
 */
record Help(
        Part triage,
        Part fix,
        String basis,
        Confidence confidence,
        List<String> capabilities,
        @Nullable String limitation) {
    Help withFix(Part otherFix) {
        return new Help(triage, otherFix, basis, confidence, capabilities, limitation);
    }
}
