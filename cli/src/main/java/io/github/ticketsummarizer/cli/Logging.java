package io.github.ticketsummarizer.cli;

import io.github.ticketsummarizer.cli.settings.LogSettings;
import io.github.ticketsummarizer.cli.settings.SettingsSources;
import io.github.ticketsummarizer.model.SettingsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.event.Level;

/**
 * How much is logged, to standard error. Commands that a person waits for say what they do themselves, so they log
 * warnings only; services tell of their life. Libraries are kept a step quieter.
 */
final class Logging {
    private static final Set<String> SERVICES = Set.of("service", "up");

    private Logging() {}

    /** Hands the levels to {@code logback.xml}; call it before anything is logged. */
    static void configure(Map<String, String> environment, Path workingFolder, String[] arguments) {
        boolean isService =
                Arrays.stream(arguments).findFirst().filter(SERVICES::contains).isPresent();
        Optional<Level> asked = asked(environment, workingFolder);
        Level own = asked.orElse(isService ? Level.INFO : Level.WARN);
        Level libraries = isService || own.toInt() < Level.WARN.toInt() ? Level.WARN : Level.ERROR;
        System.setProperty("ticket-summarizer.log-level", own.name());
        System.setProperty("ticket-summarizer.log-level.libraries", libraries.name());
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
