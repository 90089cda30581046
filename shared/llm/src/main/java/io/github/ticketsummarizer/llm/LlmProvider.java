package io.github.ticketsummarizer.llm;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who answers: a provider of models, or the baseline that needs none. */
public enum LlmProvider {
    GEMINI,
    AZURE,
    ANTHROPIC,
    /** Any server that speaks the wire format of OpenAI. */
    OPENAI,
    /** The keyword baseline of this program: no key, no network. */
    OFFLINE;

    /** The name on topics, on the command line and in settings, for example {@code gemini}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the names of the provider's settings begin with, without the underscore. */
    public String settingsPrefix() {
        return this == AZURE ? "AZURE_OPENAI" : name();
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
