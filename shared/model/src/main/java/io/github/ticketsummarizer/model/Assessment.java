package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether Diagnostics could have helped. */
public enum Assessment {
    YES,
    NO,
    MAYBE;

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
    public static Assessment fromName(String name) {
        return WireNames.parse(Assessment.class, name, "assessment");
    }
}
