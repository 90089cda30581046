package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.Settings;
import java.nio.file.Path;

/**
 * Where the product keeps data on one machine unless told otherwise: {@code $XDG_STATE_HOME/ticket-summarizer}, or
 * {@code ~/.local/state/ticket-summarizer} (XDG Base Directory Specification 0.8).
 */
public final class DataFolder {
    private DataFolder() {}

    /** The folder; it need not exist yet. */
    public static Path from(Settings settings) {
        String stateHome = settings.text("XDG_STATE_HOME");
        Path base = stateHome == null
                ? Path.of(settings.text("HOME", System.getProperty("user.home")), ".local", "state")
                : Path.of(stateHome);
        return base.resolve("ticket-summarizer");
    }
}
