package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.settings.LogSettings;
import io.github.ticketsummarizer.cli.settings.SettingsSources;
import io.github.ticketsummarizer.model.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class SettingsOptions {
    static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file of settings, NAME=value a line. Flags, the environment and .env win over it.")
    private @Nullable Path config;

    /** The settings as they stand, with those that flags stand for. */
    Settings load(CommandContext context, Map<String, String> flags) {
        Settings settings = new SettingsSources(context.environment(), context.workingFolder()).load(config, flags);
        LogSettings.from(settings);
        return settings;
    }

    /** The settings for a Kafka of our own: those that say how to reach another are left out. */
    Settings loadWithoutKafka(CommandContext context, Map<String, String> flags) {
        Map<String, String> all = new HashMap<>(flags);
        load(context, flags).startingWith("KAFKA_").keySet().forEach(name -> all.put(name, ""));
        return load(context, all);
    }
}
