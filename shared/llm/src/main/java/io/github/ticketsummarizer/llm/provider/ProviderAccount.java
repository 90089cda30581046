package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.telemetry.redaction.Identifiers;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a provider is asked.
 *
 * @param baseUrl what the paths of the provider's API are added to, without a slash at the end
 * @param apiKey null where the server asks for none
 * @param model the model, or for Azure the deployment, that every call names
 * @param timeout of one call, from connecting to the last byte
 * @param maxOutputTokens tokens that the model may write, thinking included
 * @param requestMaxTokens that a request may have, as estimated; a longer thread is condensed
 * @param temperature null leaves it to the model; some refuse any other than theirs
 */
public record ProviderAccount(
        LlmProvider provider,
        URI baseUrl,
        @Nullable String apiKey,
        String model,
        Duration timeout,
        int maxOutputTokens,
        int requestMaxTokens,
        @Nullable Double temperature) {
    public ProviderAccount {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(timeout, "timeout");
    }

    /**
     * The model that answered, by the name that the server gives: that of an alias is more exact than ours. What cannot be a
     * model's name is not passed on to reports and metrics.
     */
    public String modelThatAnswered(String named) {
        return Identifiers.isModelName(named) ? named : model;
    }

    /** Everything but the key, which must not get into a log. */
    @Override
    public String toString() {
        return "%s %s at %s".formatted(provider.wireName(), model, baseUrl);
    }
}
