package io.github.ticketsummarizer.llm.openai;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a server calls the limit of output tokens: OpenAI's reasoning models refuse the old name, Ollama the new one. */
enum OutputLimit {
    MAX_TOKENS,
    MAX_COMPLETION_TOKENS;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such name; the message lists the known ones */
    static OutputLimit fromName(String name) {
        return Arrays.stream(values())
                .filter(limit -> limit.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown name '%s'; known: %s"
                        .formatted(
                                name,
                                Arrays.stream(values())
                                        .map(OutputLimit::wireName)
                                        .collect(Collectors.joining(", ")))));
    }
}
