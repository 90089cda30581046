package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigException;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.config.PriceFiles;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import io.github.ticketsummarizer.llm.prompt.PromptCheck;
import io.github.ticketsummarizer.llm.prompt.PromptLibrary;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all that the analyses go by, goes on after each mistake, and tells them together. */
final class ConfigCheck {
    private final Settings settings;
    private final ConfigFiles files;
    private final ConfigFolder folder;
    private final List<String> found = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    /** @param files the taxonomy and the guide; all else is where the settings say */
    ConfigCheck(Settings settings, ConfigFiles files) {
        this.settings = settings;
        this.files = files;
        this.folder = ConfigFolder.from(settings);
    }

    /**
     * What was read, a line each.
     *
     * @param asked versions of prompts that must be there
     * @throws ConfigException when anything is wrong; it lists the mistakes
     */
    List<String> run(PromptVersions asked) {
        AnalysisConfig config = analyses();
        prices();
        if (config != null) {
            prompts(config, asked);
        }
        providers();
        if (!mistakes.isEmpty()) {
            throw new ConfigException(mistakes);
        }
        return found;
    }

    private @Nullable AnalysisConfig analyses() {
        try {
            AnalysisConfig config = files.load();
            found.add("%s: %s".formatted(files.taxonomyPlace(), contents(config.taxonomy())));
            found.add("%s: %s".formatted(files.guidePlace(), contents(config.guide())));
            return config;
        } catch (ConfigException wrong) {
            mistakes.addAll(wrong.problems());
            return null;
        }
    }

    private void prices() {
        try {
            PriceFiles prices = new PriceFiles(folder);
            found.add("%s: %d prices, with those built in"
                    .formatted(prices.place(), prices.load().size()));
        } catch (ConfigException wrong) {
            mistakes.addAll(wrong.problems());
        }
    }

    private void prompts(AnalysisConfig config, PromptVersions asked) {
        mistakes.addAll(new PromptCheck(folder, config).mistakes());
        PromptLibrary library = new PromptLibrary(folder, config);
        for (LlmTask task : LlmTask.values()) {
            List<Integer> versions = library.versions(task);
            found.add("%s: version %s"
                    .formatted(
                            folder.place("prompts/" + task.wireName()),
                            versions.stream().map(String::valueOf).collect(Collectors.joining(", "))));
            int version = task.promptVersion(asked);
            if (!versions.contains(version)) {
                mistakes.add("--prompt-version: there is no version %d of the prompt for %s; there are: %s"
                        .formatted(version, task.wireName(), versions));
            }
        }
    }

    private void providers() {
        ChatModels models = new ChatModels(settings);
        settings.choice("DEFAULT_MODEL_PROVIDER", LlmProvider.GEMINI, LlmProvider::fromName);
        settings.choice("DEFAULT_ANALYSIS_TYPE", AnalysisType.BOTH, AnalysisType::fromName);
        for (LlmProvider provider : LlmProvider.withModels()) {
            try {
                found.add("%s: set up, %s".formatted(provider.wireName(), models.account(provider)));
            } catch (LlmException missing) {
                found.add("%s: %s".formatted(provider.wireName(), missing.getMessage()));
            }
        }
        try {
            settings.requireValid();
        } catch (SettingsException wrong) {
            mistakes.addAll(wrong.problems());
        }
    }

    private static String contents(Taxonomy taxonomy) {
        int signals =
                taxonomy.pods().stream().mapToInt(pod -> pod.signals().size()).sum();
        return "version %d, %d PODs with %d signals"
                .formatted(taxonomy.version(), taxonomy.pods().size(), signals);
    }

    private static String contents(DiagnosticsGuide guide) {
        return ("version %d, guide to %s: %d capabilities, %d recommendations, %d limits, %d triage gap areas,"
                        + " %d fix gap areas")
                .formatted(
                        guide.version(),
                        guide.feature().name(),
                        guide.capabilities().size(),
                        guide.recommendations().size(),
                        guide.limits().size(),
                        guide.triageGapAreas().size(),
                        guide.fixGapAreas().size());
    }
}
