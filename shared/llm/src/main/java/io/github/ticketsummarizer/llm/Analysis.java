package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.config.PriceFiles;
import io.github.ticketsummarizer.llm.cost.CostEstimator;
import io.github.ticketsummarizer.llm.cost.PriceList;
import io.github.ticketsummarizer.llm.offline.OfflineClient;
import io.github.ticketsummarizer.llm.openai.AzureDefinition;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.llm.prompt.PromptLibrary;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.llm.thread.CondensationSettings;
import io.github.ticketsummarizer.llm.thread.LongThreads;
import io.github.ticketsummarizer.llm.tracing.ModelNames;
import io.github.ticketsummarizer.llm.tracing.TracedClient;
import io.github.ticketsummarizer.llm.tracing.TracedModel;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.metric.ProviderMetrics;
import io.github.ticketsummarizer.telemetry.span.Tracing;

/**
 * What a stage needs to have tickets analysed. Stages that share a JVM share one of these, and with it the connections and
 * budgets of each provider account.
 *
 * @param costs what asking may cost, before it is done
 */
public record Analysis(AnalysisConfig config, LlmClients clients, CostEstimator costs, LongThreads threads) {
    /**
     * As the settings say; problems with these are noted there.
     *
     * @param tracing makes a span of each call
     * @throws io.github.ticketsummarizer.llm.config.ConfigException when a configuration file is wrong
     */
    public static Analysis from(Settings settings, Tracing tracing) {
        ConfigFolder folder = ConfigFolder.from(settings);
        AnalysisConfig config = new ConfigFiles(folder).load();
        PriceList prices = new PriceFiles(folder).load().withAzureModel(settings.text(AzureDefinition.BASE_MODEL));
        PromptBuilder prompts = new PromptBuilder(new PromptLibrary(folder, config), config);
        ChatModels models = new ChatModels(
                settings,
                (definition, account, model) -> new TracedModel(model, account, definition.names(), prices, tracing),
                new ProviderMetrics(tracing.meter()));
        CondensationSettings condensation = CondensationSettings.from(settings);
        LlmClients clients = new LlmClients(offline(config, tracing), new PromptedClients(models, prompts, prices));
        return new Analysis(
                config,
                clients,
                new CostEstimator(models, prompts, prices, condensation),
                new LongThreads(clients, condensation));
    }

    private static LlmClient offline(AnalysisConfig config, Tracing tracing) {
        return new TracedClient(
                new OfflineClient(config),
                OfflineClient.MODEL,
                ModelNames.all(LlmProvider.OFFLINE.wireName()),
                tracing);
    }
}
