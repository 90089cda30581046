package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.llm.LlmClients;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
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
     * The provider that answers.
     *
     * @throws CliException when there is none of that name, or it cannot be asked
     */
    static String provider(@Nullable String named, Settings settings) {
        String name = named == null ? settings.text("DEFAULT_MODEL_PROVIDER", LlmProvider.GEMINI.wireName()) : named;
        try {
            String provider = LlmProvider.fromName(name).wireName();
            LlmClients.check(provider);
            return provider;
        } catch (IllegalArgumentException e) {
            throw new CliException(ExitCode.USAGE, "--model-provider: " + e.getMessage(), e);
        } catch (LlmException e) {
            throw new CliException(ExitCode.CREDENTIALS, String.valueOf(e.getMessage()), e);
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
