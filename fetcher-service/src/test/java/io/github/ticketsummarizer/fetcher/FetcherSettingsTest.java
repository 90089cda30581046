package io.github.ticketsummarizer.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FetcherSettingsTest {
    @Test
    void everySettingIsRead() {
        Settings settings = new Settings(Map.of(
                "DEFAULT_ANALYSIS_TYPE", "pod",
                "DEFAULT_MODEL_PROVIDER", "azure",
                "ACCEPTED_REQUESTS_RETENTION", "36h"));

        assertThat(FetcherSettings.from(settings))
                .isEqualTo(
                        new FetcherSettings(AnalysisType.POD, "azure", PromptVersions.DEFAULT, Duration.ofHours(36)));
    }

    @Test
    void defaultsApplyWhereNothingIsSet() {
        assertThat(FetcherSettings.from(new Settings(Map.of())))
                .isEqualTo(
                        new FetcherSettings(AnalysisType.BOTH, "gemini", PromptVersions.DEFAULT, Duration.ofDays(7)));
    }

    @Test
    void everyWrongValueIsNamed() {
        Settings settings = new Settings(Map.of("DEFAULT_ANALYSIS_TYPE", "all", "ACCEPTED_REQUESTS_RETENTION", "10s"));

        assertThat(FetcherSettings.from(settings)).isEqualTo(FetcherSettings.DEFAULT);
        assertThatThrownBy(settings::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("DEFAULT_ANALYSIS_TYPE: unknown analysis type 'all'")
                .hasMessageContaining("ACCEPTED_REQUESTS_RETENTION: '10s' is not from 1m to 366d");
    }
}
