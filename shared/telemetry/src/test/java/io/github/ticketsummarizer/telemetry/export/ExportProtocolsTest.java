package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportProtocolsTest {
    private static final String METRICS = "otel.exporter.otlp.metrics.protocol";
    private static final String LOGS = "otel.exporter.otlp.logs.protocol";

    @Test
    void httpIsTheDefaultAndGrpcForItsOwnPort() {
        assertThat(protocols(Map.of())).isEqualTo(Map.of(METRICS, "http/protobuf", LOGS, "http/protobuf"));
        assertThat(protocols(Map.of("otel.exporter.otlp.endpoint", "http://127.0.0.1:4318")))
                .isEqualTo(Map.of(METRICS, "http/protobuf", LOGS, "http/protobuf"));
        assertThat(protocols(Map.of("otel.exporter.otlp.endpoint", "http://collector:4317")))
                .isEqualTo(Map.of(METRICS, "grpc", LOGS, "grpc"));
        assertThat(protocols(Map.of(
                        "otel.exporter.otlp.endpoint", "http://collector:4317",
                        "otel.exporter.otlp.metrics.endpoint", "http://metrics:9090/api/v1/otlp/v1/metrics")))
                .isEqualTo(Map.of(METRICS, "http/protobuf", LOGS, "grpc"));
    }

    @Test
    void whatIsSetStays() {
        assertThat(protocols(Map.of("otel.exporter.otlp.protocol", "grpc"))).isEmpty();
        assertThat(protocols(Map.of(METRICS, "grpc"))).isEqualTo(Map.of(LOGS, "http/protobuf"));
        assertThat(protocols(Map.of("otel.exporter.otlp.protocol", "", "otel.exporter.otlp.endpoint", "no address")))
                .isEqualTo(Map.of(METRICS, "http/protobuf", LOGS, "http/protobuf"));
    }

    private static Map<String, String> protocols(Map<String, String> properties) {
        return ExportProtocols.of(DefaultConfigProperties.createFromMap(properties));
    }
}
