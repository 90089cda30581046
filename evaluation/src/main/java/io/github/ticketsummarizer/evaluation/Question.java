package io.github.ticketsummarizer.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a ticket is asked, and the labels know the answer to. */
public enum Question {
    /** Which POD owns the ticket. */
    POD,
    /** Whether Diagnostics was used. */
    WAS_USED,
    /** Whether Diagnostics could have shown what fails. */
    TRIAGE,
    /** Whether Diagnostics could have recommended the fix. */
    FIX;

    /** The right answer. */
    public String expected(Label label) {
        return switch (this) {
            case POD -> label.primaryPod();
            case WAS_USED -> label.wasUsed().wireName();
            case TRIAGE -> label.triage().wireName();
            case FIX -> label.fix().wireName();
        };
    }

    /** The name in outputs. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
