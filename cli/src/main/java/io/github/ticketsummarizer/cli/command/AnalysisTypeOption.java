package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.model.AnalysisType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be found out about the tickets. */
final class AnalysisTypeOption {
    @Option(
            names = "--analysis-type",
            paramLabel = "TYPE",
            completionCandidates = Candidates.AnalysisTypes.class,
            description = "pod, diagnostics or both.")
    private @Nullable AnalysisType type;

    /** The type; null when none was named. */
    @Nullable
    AnalysisType type() {
        return type;
    }
}
