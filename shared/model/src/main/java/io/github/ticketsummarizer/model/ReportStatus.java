package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a report ended. */
public enum ReportStatus {
    /** Everything that was asked for is there. */
    SUCCESS,
    /** One of two analyses failed. */
    PARTIAL,
    /** Nothing that was asked for is there. */
    FAILED;

    /** The name on topics. */
    @JsonValue
    public String wireName() {
        return WireNames.of(this);
    }

    /**
     * Reads a name from a topic.
     *
     * @throws IllegalArgumentException when it is none of the three; the message lists them
     */
    @JsonCreator
    public static ReportStatus fromName(String name) {
        return WireNames.parse(ReportStatus.class, name, "report status");
    }
}
