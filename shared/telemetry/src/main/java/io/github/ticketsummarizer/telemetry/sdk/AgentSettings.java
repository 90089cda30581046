package io.github.ticketsummarizer.telemetry.sdk;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.platform.Platform;
import io.github.ticketsummarizer.telemetry.platform.Platforms;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Settings where OpenTelemetry's Java agent sends. It reads them by itself, before this program does: options of the JVM, then
 * the environment, and no file.
 */
record AgentSettings(Settings settings) {
    private static final Logger log = Logger.getLogger(AgentSettings.class.getName());

    /** A setting by the name of its environment variable, from where the agent has it, else from where it has it not. */
    @Nullable
    String text(String name) {
        String option = option(name);
        return option == null ? settings.text(name) : option;
    }

    /** Tells once which platforms get nothing since the agent does not know of them. */
    void tellUnknown(Collection<Platform> platforms) {
        List<String> known = names(Platforms.read(AgentSettings::agents).platforms());
        List<String> unknown = names(platforms).stream()
                .filter(platform -> !known.contains(platform))
                .toList();
        if (!unknown.isEmpty()) {
            log.log(
                    Level.WARNING,
                    "No traces go to {0}: OpenTelemetry''s agent does not read .env. Set what {0} needs in the environment,"
                            + " or as options of the JVM",
                    String.join(", ", unknown));
        }
    }

    private static List<String> names(Collection<Platform> platforms) {
        return platforms.stream().map(Platform::name).toList();
    }

    private static @Nullable String agents(String name) {
        String option = option(name);
        return option == null ? System.getenv(name) : option;
    }

    private static @Nullable String option(String name) {
        return System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
}
