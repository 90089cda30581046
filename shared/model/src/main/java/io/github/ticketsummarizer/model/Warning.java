package io.github.ticketsummarizer.model;

import java.util.Objects;

/**
 * Why a person should look at what a stage found before relying on it.
 *
 * @param stage whose answer it is about
 * @param message one line; no ticket text
 */
public record Warning(Stage stage, WarningType type, String message) {
    public Warning {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(message, "message");
    }
}
