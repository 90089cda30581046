package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.anthropic.AnthropicDefinition;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.gemini.GeminiDefinition;
import io.github.ticketsummarizer.llm.openai.AzureDefinition;
import io.github.ticketsummarizer.llm.openai.OpenAiDefinition;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models of all providers that the settings name. One object serves all stages of a JVM, so that they share each
 * provider's connections. A provider's library is loaded when its model is asked for first.
 */
public final class ChatModels {
    private final Map<LlmProvider, ProviderSetup> setups = new EnumMap<>(LlmProvider.class);
    private final Map<LlmProvider, ChatModel> opened = new ConcurrentHashMap<>();

    /** Of the providers that this program knows. Problems are noted in the settings. */
    public ChatModels(Settings settings) {
        this(
                settings,
                List.of(
                        new GeminiDefinition(),
                        new AzureDefinition(),
                        new AnthropicDefinition(),
                        new OpenAiDefinition()));
    }

    /** Of these providers. Problems are noted in the settings. */
    public ChatModels(Settings settings, List<ProviderDefinition> definitions) {
        ProviderSettings providerSettings = new ProviderSettings(settings);
        definitions.forEach(definition -> setups.put(definition.provider(), definition.setup(providerSettings)));
    }

    /**
     * Where and how a provider is asked.
     *
     * @throws LlmException {@code provider_not_configured} when settings are missing; the message names them
     */
    public ProviderAccount account(LlmProvider provider) throws LlmException {
        return ready(provider).account();
    }

    /**
     * The model of a provider; it is opened at the first call, which takes up to a second.
     *
     * @throws LlmException {@code provider_not_configured} when settings are missing; the message names them
     */
    public ChatModel model(LlmProvider provider) throws LlmException {
        ProviderSetup.Ready ready = ready(provider);
        return opened.computeIfAbsent(provider, first -> ready.open().get());
    }

    private ProviderSetup.Ready ready(LlmProvider provider) throws LlmException {
        return switch (setups.get(provider)) {
            case ProviderSetup.Ready ready -> ready;
            case ProviderSetup.Missing missing -> throw notConfigured(provider, missing);
            case null -> throw new IllegalArgumentException("no model answers for " + provider.wireName());
        };
    }

    private static LlmException notConfigured(LlmProvider provider, ProviderSetup.Missing missing) {
        String message =
                ("the model provider '%s' is not configured: set %s, or use --model-provider offline, which needs"
                                + " no key")
                        .formatted(provider.wireName(), String.join(" and ", missing.settings()));
        return new LlmException(CallFailure.permanent(ErrorType.PROVIDER_NOT_CONFIGURED, message));
    }
}
