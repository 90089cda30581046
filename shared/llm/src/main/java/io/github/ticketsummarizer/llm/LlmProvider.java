package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.anthropic.AnthropicDefinition;
import io.github.ticketsummarizer.llm.gemini.GeminiDefinition;
import io.github.ticketsummarizer.llm.openai.AzureDefinition;
import io.github.ticketsummarizer.llm.openai.OpenAiDefinition;
import io.github.ticketsummarizer.llm.provider.ProviderDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who answers: a provider of models, or the baseline that needs none. */
public enum LlmProvider {
    GEMINI("GEMINI", GeminiDefinition::new),
    AZURE("AZURE_OPENAI", AzureDefinition::new),
    ANTHROPIC("ANTHROPIC", AnthropicDefinition::new),
    /** Any server that speaks the wire format of OpenAI. */
    OPENAI("OPENAI", OpenAiDefinition::new),
    /** The keyword baseline of this program: no key, no network. */
    OFFLINE("OFFLINE", null);

    private final String settingsPrefix;
    private final @Nullable Supplier<ProviderDefinition> definition;

    /** @param definition null where no model is asked */
    LlmProvider(String settingsPrefix, @Nullable Supplier<ProviderDefinition> definition) {
        this.settingsPrefix = settingsPrefix;
        this.definition = definition;
    }

    /** The name on topics, on the command line and in settings, for example {@code gemini}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the names of the provider's settings begin with, without the underscore. */
    public String settingsPrefix() {
        return settingsPrefix;
    }

    /** Those whose models are asked over a network. */
    public static List<LlmProvider> withModels() {
        return Arrays.stream(values())
                .filter(provider -> provider.definition != null)
                .toList();
    }

    /**
     * How it is set up and asked.
     *
     * @throws IllegalStateException when no model is asked
     */
    public ProviderDefinition definition() {
        if (definition == null) {
            throw new IllegalStateException("no model answers for " + wireName());
        }
        return definition.get();
    }

    /** All names, as a message lists them. */
    public static String knownNames() {
        return Arrays.stream(values()).map(LlmProvider::wireName).collect(Collectors.joining(", "));
    }

    /**
     * Reads a name as people type it, in any case.
     *
     * @throws IllegalArgumentException when no provider has it; the message lists the known ones
     */
    public static LlmProvider fromName(String name) {
        for (LlmProvider provider : values()) {
            if (provider.wireName().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return provider;
            }
        }
        throw new IllegalArgumentException("unknown model provider '%s'; known: %s".formatted(name, knownNames()));
    }
}
