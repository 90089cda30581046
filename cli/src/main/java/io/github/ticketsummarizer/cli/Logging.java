package io.github.ticketsummarizer.cli;

import io.github.ticketsummarizer.cli.settings.LogSettings;
import io.github.ticketsummarizer.cli.settings.SettingsSources;
import io.github.ticketsummarizer.model.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.event.Level;

/**
 * How much is logged, to standard error. A service logs what it does and the libraries' warnings. Commands that a person
 * waits for say what they do, and what went wrong, themselves: they log our own warnings, and nothing of the libraries,
 * since an embedded Kafka that starts or stops logs errors that are none.
 */
final class Logging {
    private Logging() {}

    /** Hands the levels to {@code logback.xml}; call it before anything is logged. */
    static void configure(Map<String, String> environment, Path workingFolder, String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        Optional<Level> asked = asked(environment, workingFolder);
        String own = switch (command) {
            case "service", "up" -> Level.INFO.name();
            default -> Level.WARN.name();
        };
        String libraries = switch (command) {
            case "service" -> Level.WARN.name();
            case "up" -> Level.ERROR.name();
            default -> "OFF";
        };
        System.setProperty("ticket-summarizer.log-level", asked.map(Level::name).orElse(own));
        System.setProperty(
                "ticket-summarizer.log-level.libraries",
                asked.filter(level -> level.toInt() < Level.WARN.toInt())
                        .map(level -> Level.WARN.name())
                        .orElse(libraries));
    }

    private static Optional<Level> asked(Map<String, String> environment, Path workingFolder) {
        try {
            return LogSettings.from(new SettingsSources(environment, workingFolder).load(null, Map.of()))
                    .level();
        } catch (SettingsException e) {
            // The command reads the same and tells.
            return Optional.empty();
        }
    }
}
