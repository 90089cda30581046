package io.github.ticketsummarizer.llm.tracing;

/**
 * What the conventions call a provider.
 *
 * @param provider OpenInference's {@code llm.provider}: whose servers answer
 * @param system OpenInference's {@code llm.system}: whose models these are
 * @param genAiProvider OpenTelemetry's {@code gen_ai.provider.name}
 */
public record ModelNames(String provider, String system, String genAiProvider) {
    /** A provider that all conventions call the same. */
    public static ModelNames all(String name) {
        return new ModelNames(name, name, name);
    }
}
