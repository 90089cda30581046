package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.config.PriceFiles;
import io.github.ticketsummarizer.llm.cost.PriceList;
import io.github.ticketsummarizer.llm.offline.OfflineClient;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.llm.prompt.PromptLibrary;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.model.Settings;

/**
 * What a stage needs to have tickets analysed. Stages that share a JVM share one of these, and with it the connections and
 * budgets of each provider account.
 */
public record Analysis(AnalysisConfig config, LlmClients clients) {
    /**
     * As the settings say; problems with these are noted there.
     *
     * @throws io.github.ticketsummarizer.llm.config.ConfigException when a configuration file is wrong
     */
    public static Analysis from(Settings settings) {
        ConfigFolder folder = ConfigFolder.from(settings);
        AnalysisConfig config = new ConfigFiles(folder).load();
        PriceList prices = new PriceFiles(folder).load().withAzureModel(settings.text("AZURE_OPENAI_BASE_MODEL"));
        PromptBuilder prompts = new PromptBuilder(new PromptLibrary(folder, config), config);
        PromptedClients providers = new PromptedClients(new ChatModels(settings), prompts, prices);
        return new Analysis(config, new LlmClients(new OfflineClient(config), providers));
    }
}
