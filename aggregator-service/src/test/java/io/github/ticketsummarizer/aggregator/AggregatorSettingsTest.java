package io.github.ticketsummarizer.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AggregatorSettingsTest {
    @Test
    void defaultsAreADayAWeekAndHalfASecond() {
        assertThat(AggregatorSettings.from(new Settings(Map.of())))
                .isEqualTo(new AggregatorSettings(
                        Duration.ofHours(24), Duration.ofDays(7), Duration.ofMillis(500), 8 * 1024 * 1024));
    }

    @Test
    void everySettingIsRead() {
        Settings settings = new Settings(Map.of(
                "TICKET_DEADLINE", "2h",
                "CLOSED_REQUESTS_RETENTION", "1d",
                "RUN_SUMMARY_INTERVAL", "2s",
                "RECORD_MAX_BYTES", "1048576"));

        assertThat(AggregatorSettings.from(settings))
                .isEqualTo(new AggregatorSettings(
                        Duration.ofHours(2), Duration.ofDays(1), Duration.ofSeconds(2), 1024 * 1024));
    }

    @Test
    void durationsOutOfBoundsAreAllListed() {
        Settings settings = new Settings(Map.of(
                "TICKET_DEADLINE", "0s",
                "CLOSED_REQUESTS_RETENTION", "4000d",
                "RUN_SUMMARY_INTERVAL", "999999999999999999d"));

        AggregatorSettings read = AggregatorSettings.from(settings);

        assertThat(read).isEqualTo(AggregatorFixture.SETTINGS);
        assertThatThrownBy(settings::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "TICKET_DEADLINE: must be longer than nothing, and at most 3650d",
                        "CLOSED_REQUESTS_RETENTION: must be longer than nothing, and at most 3650d",
                        "RUN_SUMMARY_INTERVAL: '999999999999999999d' is not a number with a unit");
    }

    @Test
    void deadlineIsLookedAtEveryTenSecondsOrTenTimes() {
        assertThat(withDeadline(Duration.ofHours(24)).deadlineCheckInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(withDeadline(Duration.ofSeconds(2)).deadlineCheckInterval()).isEqualTo(Duration.ofMillis(201));
        assertThat(withDeadline(Duration.ofMillis(1)).deadlineCheckInterval()).isPositive();
    }

    private static AggregatorSettings withDeadline(Duration deadline) {
        return new AggregatorSettings(deadline, Duration.ofDays(7), Duration.ofMillis(500), 1024);
    }
}
