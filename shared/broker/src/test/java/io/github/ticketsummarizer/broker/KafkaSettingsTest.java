package io.github.ticketsummarizer.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.metrics.JmxReporter;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    @Test
    void everyNameIsOneThatKafkaReads() {
        BrokerSettings settings = new BrokerSettings(Path.of("data"), 0, 1024, 4);
        try (LoopbackSockets sockets = LoopbackSockets.bind(0)) {
            Properties properties = new KafkaSettings(settings, sockets).properties();

            assertThat(KafkaConfig.configDef().names())
                    .containsAll(properties.stringPropertyNames().stream()
                            .filter(name -> !name.equals(JmxReporter.EXCLUDE_CONFIG))
                            .toList());
        }
    }
}
