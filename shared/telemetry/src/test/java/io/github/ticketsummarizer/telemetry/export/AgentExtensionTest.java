package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentExtensionTest {
    /** What is neither true nor false is told when the program starts; the agent was there before, and sends nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "no"})
    void nothingIsTracedUnlessTheSwitchSaysTrue(String value) {
        try (OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(
                        () -> Map.of("tracing.enabled", value, "phoenix.otlp.endpoint", "http://localhost:6006"))
                .build()
                .getOpenTelemetrySdk()) {
            assertThat(sdk.getTracer("test")
                            .spanBuilder("process_ticket")
                            .startSpan()
                            .isRecording())
                    .isFalse();
        }
    }
}
