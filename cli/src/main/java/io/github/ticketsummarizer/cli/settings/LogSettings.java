package io.github.ticketsummarizer.cli.settings;

import io.github.ticketsummarizer.model.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.event.Level;

/**
 * What is logged, and how much of a failure is shown.
 *
 * @param level of this program's own messages; empty where the command's default holds
 * @param showsStackTraces whether a failure shows where it arose
 */
public record LogSettings(Optional<Level> level, boolean showsStackTraces) {
    /** Reads {@code TICKET_SUMMARIZER_LOG_LEVEL} and {@code TICKET_SUMMARIZER_DEBUG}. */
    public static LogSettings from(Settings settings) {
        return new LogSettings(
                settings.choice("TICKET_SUMMARIZER_LOG_LEVEL", Optional.empty(), name -> Optional.of(level(name))),
                settings.flag("TICKET_SUMMARIZER_DEBUG", false));
    }

    private static Level level(String name) {
        List<String> known = Arrays.stream(Level.values()).map(Level::name).toList();
        String upper = name.toUpperCase(Locale.ROOT);
        if (!known.contains(upper)) {
            throw new IllegalArgumentException(
                    "unknown level '%s'; known: %s".formatted(name, String.join(", ", known)));
        }
        return Level.valueOf(upper);
    }
}
