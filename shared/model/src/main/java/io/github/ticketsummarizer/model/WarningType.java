package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What makes an answer one that a person should look at. */
public enum WarningType {
    /** Text of the ticket reads like an instruction to the model. */
    INSTRUCTIONS_IN_TICKET,
    /** Quotes that the model gave do not stand in the comment that it named; they were left out. */
    QUOTES_NOT_FOUND,
    /** Nothing that the model gave as its reason stands in the ticket. */
    ANSWER_NOT_SUPPORTED,
    /** One that a newer version knows. */
    OTHER;

    /** The name on topics and in outputs, for example {@code quotes_not_found}. */
    @JsonValue
    public String wireName() {
        return WireNames.of(this);
    }

    /** Reads a name from a topic; one that a newer writer introduced reads as {@link #OTHER}. */
    @JsonCreator
    public static WarningType fromName(String name) {
        try {
            return WireNames.parse(WarningType.class, name, "warning");
        } catch (IllegalArgumentException unknown) {
            return OTHER;
        }
    }
}
