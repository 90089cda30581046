package io.github.ticketsummarizer.evaluation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which half of the labels a ticket belongs to. */
public enum Split {
    /** May be looked at while an analyst is worked on. */
    TUNE,
    /** Only measured with, so that its figures tell of tickets nobody has tuned for. */
    HELD_OUT;

    /** The name in labels and on the command line. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a name in any case.
     *
     * @throws IllegalArgumentException when it is neither of the two
     */
    @JsonCreator
    public static Split fromName(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "tune" -> TUNE;
            case "held_out" -> HELD_OUT;
            default -> throw new IllegalArgumentException("unknown split '%s'; known: tune, held_out".formatted(name));
        };
    }
}
