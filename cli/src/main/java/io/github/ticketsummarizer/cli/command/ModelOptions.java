package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who answers, and with which prompts it is asked. */
final class ModelOptions {
    @Option(
            names = "--model-provider",
            paramLabel = "NAME",
            completionCandidates = Candidates.Providers.class,
            description = "Who answers; offline needs no key. Default: DEFAULT_MODEL_PROVIDER, else gemini.")
    private @Nullable String provider;

    @Mixin
    private final PromptOptions prompts = new PromptOptions();

    /**
     * The provider, which must be set up here.
     *
     * @throws io.github.ticketsummarizer.cli.CliException when there is none of that name, or its settings are missing
     */
    String localProvider(Settings settings) {
        return RunChecks.provider(provider, settings);
    }

    /**
     * The provider that services elsewhere ask.
     *
     * @throws io.github.ticketsummarizer.cli.CliException when there is none of that name
     */
    String remoteProvider(Settings settings) {
        return RunChecks.remoteProvider(provider, settings);
    }

    /**
     * The versions of prompts that are read here.
     *
     * @throws io.github.ticketsummarizer.cli.CliException when there is no such version; it names those that there are
     */
    PromptVersions localPrompts(Settings settings) {
        return prompts.knownVersions(settings);
    }

    /** The versions of prompts that services elsewhere read. */
    PromptVersions remotePrompts() {
        return prompts.versions();
    }
}
