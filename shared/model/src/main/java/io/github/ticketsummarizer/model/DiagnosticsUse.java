package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether Diagnostics was used on a ticket. */
public enum DiagnosticsUse {
    YES,
    NO,
    UNKNOWN;

    /** The name on topics and in outputs. */
    @JsonValue
    public String wireName() {
        return WireNames.of(this);
    }

    /**
     * Reads a name from a topic or a model's answer.
     *
     * @throws IllegalArgumentException when it is none of the three; the message lists them
     */
    @JsonCreator
    public static DiagnosticsUse fromName(String name) {
        return WireNames.parse(DiagnosticsUse.class, name, "diagnostics use");
    }
}
