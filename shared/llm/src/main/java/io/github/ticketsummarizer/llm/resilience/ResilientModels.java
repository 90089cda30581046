package io.github.ticketsummarizer.llm.resilience;

import io.github.ticketsummarizer.llm.chat.ChatModel;
import io.github.ticketsummarizer.telemetry.metric.ProviderMetrics;
import java.time.Clock;

/** Puts a provider's model behind what protects it and us. */
public final class ResilientModels {
    private ResilientModels() {}

    /**
     * The model behind its limits.
     *
     * @param name of the provider, for messages
     */
    public static ChatModel protect(ChatModel adapter, String name, AccountLimits limits, ProviderMetrics metrics) {
        Clock clock = Clock.systemUTC();
        ChatModel adaptive = new AdaptiveModel(adapter, name, limits.maxConcurrency(), clock);
        return new CircuitBreakingModel(new BudgetedModel(adaptive, name, limits, metrics), name, clock);
    }
}
