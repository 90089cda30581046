package io.github.ticketsummarizer.llm.gemini;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import io.github.ticketsummarizer.llm.provider.ProviderDefinition;
import io.github.ticketsummarizer.llm.provider.ProviderSettings;
import io.github.ticketsummarizer.llm.provider.ProviderSetup;
import io.github.ticketsummarizer.llm.tracing.ModelNames;
import io.github.ticketsummarizer.telemetry.attribute.GenAi;
import java.util.List;

/** Gemini: {@code GEMINI_API_KEY}, {@code GEMINI_MODEL}, {@code GEMINI_BASE_URL}. */
public final class GeminiDefinition implements ProviderDefinition {
    private static final String KEY = "GEMINI_API_KEY";
    private static final String MODEL = "GEMINI_MODEL";
    private static final String BASE_URL = "GEMINI_BASE_URL";
    /** Of all models since 1.5: ai.google.dev/gemini-api/docs/models. */
    private static final int WINDOW = 1_048_576;

    @Override
    public LlmProvider provider() {
        return LlmProvider.GEMINI;
    }

    @Override
    public ModelNames names() {
        return new ModelNames(
                "google", "vertexai", GenAi.providerName(provider().wireName()));
    }

    @Override
    public List<String> settingNames() {
        return List.of(KEY, MODEL, BASE_URL);
    }

    @Override
    public ProviderSetup setup(ProviderSettings settings) {
        ProviderAccount account = settings.account(
                provider(),
                settings.url(BASE_URL, "https://generativelanguage.googleapis.com"),
                settings.text(KEY),
                settings.text(MODEL, "gemini-2.5-flash"),
                WINDOW);
        return account.apiKey() == null
                ? new ProviderSetup.Missing(List.of(KEY))
                : new ProviderSetup.Ready(account, () -> new GeminiChatModel(account));
    }
}
