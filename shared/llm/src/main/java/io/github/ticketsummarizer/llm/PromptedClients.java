package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.cost.PriceList;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks every provider with the same prompts, and accounts for it by the same price list. Thread-safe. */
public final class PromptedClients implements ProviderClients {
    private final ChatModels models;
    private final PromptBuilder prompts;
    private final PriceList prices;
    private final Map<LlmProvider, LlmClient> clients = new ConcurrentHashMap<>();

    public PromptedClients(ChatModels models, PromptBuilder prompts, PriceList prices) {
        this.models = models;
        this.prompts = prompts;
        this.prices = prices;
    }

    @Override
    public LlmClient client(LlmProvider provider) throws LlmException {
        LlmClient known = clients.get(provider);
        if (known != null) {
            return known;
        }
        LlmClient client = new PromptedClient(
                provider,
                prompts,
                models.model(provider),
                prices,
                models.account(provider).requestMaxTokens());
        clients.put(provider, client);
        return client;
    }
}
