package io.github.ticketsummarizer.llm.config;

import io.github.ticketsummarizer.model.Settings;

/** What the analyses decide by. */
public record AnalysisConfig(Taxonomy taxonomy, DiagnosticsGuide guide) {
    /**
     * Reads the files of the folder that {@code CONFIG_DIR} names, or else those that this version comes with.
     *
     * @throws ConfigException when a file is missing or wrong; it lists the mistakes of both
     */
    public static AnalysisConfig from(Settings settings) {
        return ConfigFiles.from(settings).load();
    }
}
