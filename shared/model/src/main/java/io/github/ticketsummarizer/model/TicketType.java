package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of request a ticket is. */
public enum TicketType {
    TROUBLESHOOTING,
    FEATURE_REQUEST,
    TECHNICAL_REQUEST,
    UNCLEAR;

    /** The name on topics and in outputs. */
    @JsonValue
    public String wireName() {
        return WireNames.of(this);
    }

    /**
     * Reads a name from a topic or a model's answer.
     *
     * @throws IllegalArgumentException when it is none of the four; the message lists them
     */
    @JsonCreator
    public static TicketType fromName(String name) {
        return WireNames.parse(TicketType.class, name, "ticket type");
    }
}
