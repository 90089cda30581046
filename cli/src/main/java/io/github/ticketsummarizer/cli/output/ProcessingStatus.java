package io.github.ticketsummarizer.cli.output;

import java.util.Locale;

/** How a ticket ended, as one pair of files sees it: a ticket can have one analysis and lack the other. */
public enum ProcessingStatus {
    SUCCESS,
    CATEGORIZATION_FAILED,
    DIAGNOSTICS_ANALYSIS_FAILED,
    SYNTHESIS_FAILED,
    /** It was not fetched, or not finished for another reason. */
    FAILED;

    /** The name in the files, for example {@code synthesis_failed}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
