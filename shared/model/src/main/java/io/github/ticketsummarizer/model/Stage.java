package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The stages a ticket passes, in the order of the pipeline; the two analyses run side by side. */
public enum Stage {
    FETCH,
    SYNTHESIS,
    CATEGORIZATION,
    DIAGNOSTICS,
    MERGE;

    /** The name on topics, for example {@code synthesis}. */
    @JsonValue
    public String wireName() {
        return WireNames.of(this);
    }

    /**
     * Reads a name from a topic.
     *
     * @throws IllegalArgumentException when no stage has it; the message lists the stages
     */
    @JsonCreator
    public static Stage fromName(String name) {
        return WireNames.parse(Stage.class, name, "stage");
    }
}
