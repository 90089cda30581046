package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Capability;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.GapArea;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.CouldDiagnosticsHelp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an analysis names nothing but what the taxonomy and the guide know. */
final class KnownValues {
    private final AnalysisConfig config;

    KnownValues(AnalysisConfig config) {
        this.config = config;
    }

    boolean hold(Categorization categorization) {
        List<String> pods = config.taxonomy().names();
        return pods.contains(categorization.primaryPod()) && pods.containsAll(categorization.alternativePods());
    }

    boolean hold(DiagnosticsAnalysis analysis) {
        CouldDiagnosticsHelp help = analysis.couldDiagnosticsHelp();
        return isKnown(
                        help.triageAssessment(),
                        help.triageGapArea(),
                        config.guide().triageGapAreas())
                && isKnown(
                        help.fixAssessment(), help.fixGapArea(), config.guide().fixGapAreas())
                && config.guide().capabilities().stream()
                        .map(Capability::id)
                        .toList()
                        .containsAll(help.diagnosticsCapabilityMatched());
    }

    private static boolean isKnown(Assessment assessment, @Nullable String area, List<GapArea> areas) {
        return assessment == Assessment.YES
                ? area == null
                : areas.stream().map(GapArea::id).anyMatch(id -> id.equals(area));
    }
}
