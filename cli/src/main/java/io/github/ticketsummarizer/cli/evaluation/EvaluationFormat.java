package io.github.ticketsummarizer.cli.evaluation;

import io.github.ticketsummarizer.model.Json;
import java.util.Locale;

/** How the figures are printed. */
public enum EvaluationFormat {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON;

    /** The text, each line ended. */
    public String text(EvaluationResult result, boolean withMistakes, Json json) {
        return switch (this) {
            case TABLE -> new EvaluationTable(result).text(withMistakes);
            case JSON -> new EvaluationDocument(result, json).text(withMistakes);
        };
    }

    /** The name on the command line. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a name in any case.
     *
     * @throws IllegalArgumentException when it is neither of the two
     */
    public static EvaluationFormat fromName(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "table" -> TABLE;
            case "json" -> JSON;
            default -> throw new IllegalArgumentException("unknown output '%s'; known: table, json".formatted(name));
        };
    }
}
