package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks of what a run is asked for, before anything is started for it. */
final class RunChecks {
    private RunChecks() {}

    /**
     * The provider that answers, and can be asked from here.
     *
     * @throws CliException when there is none of that name, or its settings are missing
     */
    static String provider(@Nullable String named, Settings settings) {
        LlmProvider provider = providerNamed(named, settings);
        if (provider != LlmProvider.OFFLINE) {
            try {
                new ChatModels(settings).account(provider);
            } catch (LlmException e) {
                throw new CliException(ExitCode.CREDENTIALS, String.valueOf(e.getMessage()), e);
            }
            settings.requireValid();
        }
        return provider.wireName();
    }

    /**
     * The provider that services elsewhere ask; whether they can is theirs to tell.
     *
     * @throws CliException when there is none of that name
     */
    static String remoteProvider(@Nullable String named, Settings settings) {
        return providerNamed(named, settings).wireName();
    }

    private static LlmProvider providerNamed(@Nullable String named, Settings settings) {
        String name = named == null ? settings.text("DEFAULT_MODEL_PROVIDER", LlmProvider.GEMINI.wireName()) : named;
        try {
            return LlmProvider.fromName(name);
        } catch (IllegalArgumentException e) {
            throw new CliException(ExitCode.USAGE, "--model-provider: " + e.getMessage(), e);
        }
    }

    /** @throws CliException when tickets cannot be read from there, or are read elsewhere */
    static void tickets(@Nullable Path tickets, @Nullable String bootstrapServers) {
        if (tickets == null) {
            return;
        }
        if (bootstrapServers != null) {
            throw CliException.usage(("--tickets is for services that are started here, but %s=%s says that they run"
                            + " elsewhere; leave one of the two out")
                    .formatted(SettingsOptions.KAFKA, bootstrapServers));
        }
        if (!Files.isReadable(tickets)) {
            throw CliException.usage(
                    ("--tickets: %s is not there or cannot be read; it takes a JSON file, a JSON Lines file or a folder"
                                    + " of JSON files")
                            .formatted(tickets));
        }
    }

    /** Makes the folder for the outputs, so that nobody learns after hours that they cannot be written. */
    static Path outputFolder(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
        } catch (IOException e) {
            throw new CliException(ExitCode.USAGE, "--output: %s cannot be made (%s)".formatted(absolute, e), e);
        }
        if (!Files.isWritable(absolute)) {
            throw CliException.usage("--output: %s cannot be written to".formatted(absolute));
        }
        return absolute;
    }

    static int limit(@Nullable Integer limit) {
        if (limit != null && limit < 1) {
            throw CliException.usage("--limit: %d is not a whole number from 1".formatted(limit));
        }
        return limit == null ? Integer.MAX_VALUE : limit;
    }
}
