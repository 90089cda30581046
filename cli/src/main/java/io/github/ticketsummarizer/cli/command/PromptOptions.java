package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.prompt.PromptLibrary;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which version of each task's prompt asks the model. */
final class PromptOptions {
    @Option(
            names = "--prompt-version",
            paramLabel = "TASK=N",
            split = ",",
            description = "Versions of the prompts, such as synthesis=2,categorization=3. Default: the newest of each.")
    private Map<LlmTask, Integer> versions = Map.of();

    /** Whether any was named. */
    boolean isGiven() {
        return !versions.isEmpty();
    }

    /**
     * The version of every task.
     *
     * @throws CliException when one is not a whole number from 1
     */
    PromptVersions versions() {
        try {
            return new PromptVersions(
                    of(LlmTask.SYNTHESIS),
                    of(LlmTask.CATEGORIZATION),
                    of(LlmTask.DIAGNOSTICS),
                    versions.get(LlmTask.CONDENSATION));
        } catch (IllegalArgumentException e) {
            throw CliException.usage("--prompt-version: " + e.getMessage());
        }
    }

    /**
     * The version of every task, where the prompts are read here.
     *
     * @throws CliException when there is no such version; it names those that there are
     */
    PromptVersions knownVersions(Settings settings) {
        PromptVersions all = versions();
        if (isGiven()) {
            PromptLibrary library = new PromptLibrary(ConfigFolder.from(settings), AnalysisConfig.from(settings));
            for (LlmTask task : LlmTask.values()) {
                requireKnown(library, task, task.promptVersion(all));
            }
        }
        return all;
    }

    private static void requireKnown(PromptLibrary library, LlmTask task, int version) {
        try {
            library.check(task, version);
        } catch (LlmException unusable) {
            throw CliException.usage("--prompt-version: " + unusable.getMessage());
        }
    }

    private int of(LlmTask task) {
        return versions.getOrDefault(task, task.promptVersion(PromptVersions.DEFAULT));
    }
}
