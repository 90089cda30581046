package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Stage;
import java.util.Arrays;
import java.util.List;

/** The analysis that a pair of output files is about; a run of both analyses writes one pair for each. */
public enum OutputKind {
    POD("pod", Stage.CATEGORIZATION, ProcessingStatus.CATEGORIZATION_FAILED),
    DIAGNOSTICS("diagnostics", Stage.DIAGNOSTICS, ProcessingStatus.DIAGNOSTICS_ANALYSIS_FAILED);

    private final String fileNamePart;
    private final Stage stage;
    private final ProcessingStatus ownFailure;

    OutputKind(String fileNamePart, Stage stage, ProcessingStatus ownFailure) {
        this.fileNamePart = fileNamePart;
        this.stage = stage;
        this.ownFailure = ownFailure;
    }

    /** The pairs of files that a run of this type writes. */
    public static List<OutputKind> of(AnalysisType analysisType) {
        return Arrays.stream(values())
                .filter(kind -> analysisType.includes(kind.stage))
                .toList();
    }

    /** The stage that makes the analysis. */
    Stage stage() {
        return stage;
    }

    /** What a ticket is called in these files when only this analysis of it failed. */
    ProcessingStatus ownFailure() {
        return ownFailure;
    }

    /** Whether the files show what the stage of this name did; they leave out the other analysis. */
    boolean shows(String stageName) {
        return Arrays.stream(values())
                .noneMatch(kind -> kind != this && kind.stage.wireName().equals(stageName));
    }

    /** For example {@code output_pod_20260301_140509.csv}. */
    String fileName(String stamp, String extension) {
        return "output_%s_%s.%s".formatted(fileNamePart, stamp, extension);
    }
}
