package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketReport;
import java.util.Locale;

/** How a ticket ended, as one pair of files sees it: a ticket can have one analysis and lack the other. */
public enum ProcessingStatus {
    SUCCESS,
    CATEGORIZATION_FAILED,
    DIAGNOSTICS_ANALYSIS_FAILED,
    SYNTHESIS_FAILED,
    /** It was not fetched, or not finished for another reason. */
    FAILED;

    /** How the ticket of a report ended in the files of one kind. */
    static ProcessingStatus of(TicketReport report, OutputKind kind) {
        if (hasAnalysis(report, kind)) {
            return SUCCESS;
        }
        if (report.synthesis() != null) {
            return kind.ownFailure();
        }
        return report.errorOf(Stage.SYNTHESIS) == null ? FAILED : SYNTHESIS_FAILED;
    }

    private static boolean hasAnalysis(TicketReport report, OutputKind kind) {
        return switch (kind) {
            case POD -> report.categorization() != null;
            case DIAGNOSTICS -> report.diagnosticsAnalysis() != null;
        };
    }

    /** The name in the files, for example {@code synthesis_failed}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
