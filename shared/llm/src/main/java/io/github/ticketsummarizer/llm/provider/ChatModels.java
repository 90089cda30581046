package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.llm.resilience.AccountLimits;
import io.github.ticketsummarizer.llm.resilience.ResilientModels;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.metric.ProviderMetrics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models of all providers that the settings name. One object serves all stages of a JVM, so that they share each
 * provider's connections, budget and circuit breaker. A provider's library is loaded when its model is asked for first.
 */
public final class ChatModels {
    private final Map<LlmProvider, Provider> providers = new EnumMap<>(LlmProvider.class);
    private final Map<LlmProvider, ChatModel> opened = new ConcurrentHashMap<>();

    private final ModelDecorator decorator;
    private final ProviderMetrics metrics;

    /** Of the providers that this program knows. Problems are noted in the settings. */
    public ChatModels(Settings settings) {
        this(settings, ModelDecorator.NONE, ProviderMetrics.none());
    }

    /** The same, with what is put around each model, and what counts waits and refusals. */
    public ChatModels(Settings settings, ModelDecorator decorator, ProviderMetrics metrics) {
        this(
                settings,
                LlmProvider.withModels().stream().map(LlmProvider::definition).toList(),
                decorator,
                metrics);
    }

    /** Of these providers. Problems are noted in the settings. */
    public ChatModels(Settings settings, List<ProviderDefinition> definitions) {
        this(settings, definitions, ModelDecorator.NONE, ProviderMetrics.none());
    }

    private ChatModels(
            Settings settings,
            List<ProviderDefinition> definitions,
            ModelDecorator decorator,
            ProviderMetrics metrics) {
        this.decorator = decorator;
        this.metrics = metrics;
        ProviderSettings providerSettings = new ProviderSettings(settings);
        for (ProviderDefinition definition : definitions) {
            LlmProvider provider = definition.provider();
            providers.put(
                    provider,
                    new Provider(
                            definition,
                            definition.setup(providerSettings),
                            AccountLimits.from(settings, provider.settingsPrefix())));
        }
    }

    /**
     * Where and how a provider is asked.
     *
     * @throws LlmException {@code provider_not_configured} when settings are missing; the message names them
     */
    public ProviderAccount account(LlmProvider provider) throws LlmException {
        return ready(provider(provider), provider).account();
    }

    /** What this process may ask of a provider's account. */
    public AccountLimits limits(LlmProvider provider) {
        return provider(provider).limits();
    }

    /**
     * The model of a provider, behind the limits of its account; it is opened at the first call, which takes up to a
     * second.
     *
     * @throws LlmException {@code provider_not_configured} when settings are missing; the message names them
     */
    public ChatModel model(LlmProvider provider) throws LlmException {
        Provider known = provider(provider);
        ProviderSetup.Ready ready = ready(known, provider);
        return opened.computeIfAbsent(
                provider,
                first -> ResilientModels.protect(
                        decorator.decorate(
                                known.definition(),
                                ready.account(),
                                ready.open().get()),
                        provider.wireName(),
                        known.limits(),
                        metrics));
    }

    private Provider provider(LlmProvider provider) {
        Provider known = providers.get(provider);
        if (known == null) {
            throw new IllegalArgumentException("no model answers for " + provider.wireName());
        }
        return known;
    }

    private static ProviderSetup.Ready ready(Provider known, LlmProvider provider) throws LlmException {
        return switch (known.setup()) {
            case ProviderSetup.Ready ready -> ready;
            case ProviderSetup.Missing missing -> throw notConfigured(provider, missing);
        };
    }

    private static LlmException notConfigured(LlmProvider provider, ProviderSetup.Missing missing) {
        String message =
                ("the model provider '%s' is not configured: set %s, or use --model-provider offline, which needs"
                                + " no key")
                        .formatted(provider.wireName(), String.join(" and ", missing.settings()));
        return new LlmException(CallFailure.permanent(ErrorType.PROVIDER_NOT_CONFIGURED, message));
    }

    /** What the settings say of a provider. */
    private record Provider(ProviderDefinition definition, ProviderSetup setup, AccountLimits limits) {}
}
