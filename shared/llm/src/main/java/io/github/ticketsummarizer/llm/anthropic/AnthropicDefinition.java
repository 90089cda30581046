package io.github.ticketsummarizer.llm.anthropic;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.provider.ProviderAccount;
import io.github.ticketsummarizer.llm.provider.ProviderDefinition;
import io.github.ticketsummarizer.llm.provider.ProviderSettings;
import io.github.ticketsummarizer.llm.provider.ProviderSetup;
import java.util.List;

/** Anthropic: {@code ANTHROPIC_API_KEY}, {@code ANTHROPIC_MODEL}, {@code ANTHROPIC_BASE_URL}. */
public final class AnthropicDefinition implements ProviderDefinition {
    private static final String KEY = "ANTHROPIC_API_KEY";
    private static final String MODEL = "ANTHROPIC_MODEL";
    private static final String BASE_URL = "ANTHROPIC_BASE_URL";
    /** Of all models without a beta header: platform.claude.com/docs/en/build-with-claude/context-windows. */
    private static final int WINDOW = 200_000;

    @Override
    public LlmProvider provider() {
        return LlmProvider.ANTHROPIC;
    }

    @Override
    public List<String> settingNames() {
        return List.of(KEY, MODEL, BASE_URL);
    }

    @Override
    public ProviderSetup setup(ProviderSettings settings) {
        ProviderAccount account = settings.account(
                provider(),
                settings.url(BASE_URL, "https://api.anthropic.com"),
                settings.text(KEY),
                settings.text(MODEL, "claude-sonnet-5"),
                WINDOW);
        if (account.temperature() != null) {
            settings.problem(
                    "ANTHROPIC_TEMPERATURE", "Anthropic's API takes no temperature since 2026-10-21; leave it out");
        }
        return account.apiKey() == null
                ? new ProviderSetup.Missing(List.of(KEY))
                : new ProviderSetup.Ready(account, () -> new AnthropicChatModel(account));
    }
}
