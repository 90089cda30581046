package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How sure an answer is of itself. */
public enum Confidence {
    CONFIDENT("confident"),
    NOT_CONFIDENT("not confident");

    private final String wireName;

    Confidence(String wireName) {
        this.wireName = wireName;
    }

    /** The name on topics and in outputs: {@code confident} or {@code not confident}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * Reads a name from a topic or a model's answer.
     *
     * @throws IllegalArgumentException when it is neither of the two
     */
    @JsonCreator
    public static Confidence fromName(String name) {
        return switch (name.strip()) {
            case "confident" -> CONFIDENT;
            case "not confident", "not_confident" -> NOT_CONFIDENT;
            default ->
                throw new IllegalArgumentException(
                        "unknown confidence '%s'; known: confident, not confident".formatted(name));
        };
    }
}
