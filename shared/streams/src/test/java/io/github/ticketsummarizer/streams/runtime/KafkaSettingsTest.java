package io.github.ticketsummarizer.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSettingsTest {
    @Test
    void passesKafkasOwnSettingsOn() {
        KafkaSettings kafka = KafkaSettings.from(new Settings(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "a:9092,b:9092",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_HEAP_OPTS", "-Xmx1g")));

        assertThat(kafka.common())
                .isEqualTo(Map.of("bootstrap.servers", "a:9092,b:9092", "security.protocol", "SASL_SSL"));
    }

    @Test
    void aClusterOfThisMachineIsAskedWithoutTlsAndCredentials() {
        KafkaSettings kafka = KafkaSettings.from(new Settings(Map.of(
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_MECHANISM", "PLAIN",
                "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                "KAFKA_LINGER_MS", "20")));

        assertThat(kafka.withoutSecurity().clientProperties()).isEqualTo(Map.of("linger.ms", "20"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KAFKA_PROCESSING_GUARANTEE", "KAFKA_ISOLATION_LEVEL", "KAFKA_ACKS", "KAFKA_GROUP_ID"})
    void refusesWhatWouldBreakExactlyOnceByName(String name) {
        Settings settings = new Settings(Map.of(name, "anything"));
        KafkaSettings.from(settings);

        assertThatThrownBy(settings::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("exactly-once");
    }

    @Test
    void defaultsToTheLocalBroker() {
        KafkaSettings kafka = KafkaSettings.from(new Settings(Map.of()));

        assertThat(kafka.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(kafka.maxRecordBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(kafka.maxRequestBytes()).isGreaterThan(kafka.maxRecordBytes());
    }
}
