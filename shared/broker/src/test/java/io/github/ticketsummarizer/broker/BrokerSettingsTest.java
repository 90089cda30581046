package io.github.ticketsummarizer.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1, 'port must be from 0 to 65535, not -1'",
        "65536, 1, 1, 'port must be from 0 to 65535, not 65536'",
        "0, 0, 1, 'maxRecordBytes must be at least 1, not 0'",
        "0, 1, 0, 'partitions must be at least 1, not 0'"
    })
    void wrongNumberIsNamed(int port, int maxRecordBytes, int partitions, String message) {
        assertThatThrownBy(() -> new BrokerSettings(Path.of("data"), port, maxRecordBytes, partitions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void folderIsKeptAsAnAbsolutePath() {
        assertThat(new BrokerSettings(Path.of("a", "..", "data"), 0, 1, 1).dataFolder())
                .isEqualTo(Path.of("data").toAbsolutePath());
    }
}
