package io.github.ticketsummarizer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "24h, PT24H", "7d, PT168H"})
    void aDurationIsANumberWithAUnit(String value, Duration expected) {
        assertThat(settings(value).duration("WAIT", Duration.ZERO)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5 m", "-5m", "1.5h", "soon", "99999999999999999d", "99999999999999999999s"})
    void aWrongDurationIsNamedWithThoseThatWouldBeRight(String value) {
        Settings settings = settings(value);

        assertThat(settings.duration("WAIT", Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
        assertThatThrownBy(settings::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessage("WAIT: '%s' is not a number with a unit: 500ms, 30s, 5m, 24h, 7d", value);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Settings settings = new Settings(Map.of("COUNT", "11", "LIVE", "yes", "TYPE", "all"));

        assertThat(settings.wholeNumber("COUNT", 5, 1, 10)).isEqualTo(5);
        assertThat(settings.flag("LIVE", true)).isTrue();
        assertThat(settings.choice("TYPE", AnalysisType.POD, AnalysisType::fromName))
                .isEqualTo(AnalysisType.POD);
        assertThatThrownBy(settings::requireValid)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "COUNT: '11' is not a whole number from 1 to 10",
                        "LIVE: 'yes' is not true or false",
                        "TYPE: unknown analysis type 'all'; known: pod, diagnostics, both"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "FALSE, false", "false, false"})
    void aFlagIsReadInAnyCase(String value, boolean expected) {
        Settings settings = new Settings(Map.of("LIVE", value));

        assertThat(settings.flag("LIVE", !expected)).isEqualTo(expected);
        settings.requireValid();
    }

    private static Settings settings(String wait) {
        return new Settings(Map.of("WAIT", wait));
    }
}
