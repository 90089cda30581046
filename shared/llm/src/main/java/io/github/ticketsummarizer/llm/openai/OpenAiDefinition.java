package io.github.ticketsummarizer.llm.openai;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import io.github.ticketsummarizer.llm.provider.ProviderDefinition;
import io.github.ticketsummarizer.llm.provider.ProviderSettings;
import io.github.ticketsummarizer.llm.provider.ProviderSetup;
import java.net.URI;
import java.util.List;

/**
 * OpenAI, or any server that speaks its wire format: {@code OPENAI_BASE_URL}, {@code OPENAI_MODEL}, and {@code
 * OPENAI_API_KEY} where the server asks for one.
 */
public final class OpenAiDefinition implements ProviderDefinition {
    private static final String KEY = "OPENAI_API_KEY";
    private static final String MODEL = "OPENAI_MODEL";
    private static final String BASE_URL = "OPENAI_BASE_URL";
    private static final String OUTPUT_LIMIT = "OPENAI_OUTPUT_LIMIT_FIELD";
    private static final String OWN_HOST = "api.openai.com";

    @Override
    public LlmProvider provider() {
        return LlmProvider.OPENAI;
    }

    @Override
    public List<String> settingNames() {
        return List.of(KEY, MODEL, BASE_URL, OUTPUT_LIMIT);
    }

    @Override
    public ProviderSetup setup(ProviderSettings settings) {
        URI baseUrl = settings.url(BASE_URL, "https://%s/v1".formatted(OWN_HOST));
        boolean own = OWN_HOST.equals(baseUrl.getHost());
        OutputLimit outputLimit = settings.choice(
                OUTPUT_LIMIT, own ? OutputLimit.MAX_COMPLETION_TOKENS : OutputLimit.MAX_TOKENS, OutputLimit::fromName);
        String model = settings.text(MODEL, "");
        ProviderAccount account = own
                ? settings.account(provider(), baseUrl, settings.text(KEY), model, OpenAiWindow.of(model))
                : settings.account(provider(), baseUrl, settings.text(KEY), model);
        List<String> missing = own ? settings.missing(MODEL, KEY) : settings.missing(MODEL);
        return missing.isEmpty()
                ? new ProviderSetup.Ready(
                        account, () -> new OpenAiChatModel(account, outputLimit, OpenAiClients.compatible(account)))
                : new ProviderSetup.Missing(missing);
    }
}
