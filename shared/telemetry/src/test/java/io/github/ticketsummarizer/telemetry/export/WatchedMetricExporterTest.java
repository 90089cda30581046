package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedMetricExporterTest {
    private final LogLines lines = new LogLines();
    private final OtlpReceiver receiver = new OtlpReceiver();

    @BeforeEach
    void start() throws IOException {
        receiver.start(0, 0);
        lines.listen();
    }

    @AfterEach
    void stop() {
        lines.close();
        receiver.close();
    }

    @Test
    void metricsThatDoNotArriveAreToldOnceAndOnceWhenTheyDoAgain() {
        try (SdkMeterProvider meters = meters()) {
            meters.get("test").counterBuilder("tickets").build().add(1);
            receiver.faults(request -> Fault.html(404));
            flush(meters);
            flush(meters);
            receiver.faults(FaultPlan.none());
            flush(meters);
            flush(meters);
        }

        assertThat(lines.all())
                .containsExactly(
                        "otlp takes no metrics: nothing takes metrics at this address (HTTP 404). Tickets go on without."
                                + " See: OTEL_EXPORTER_OTLP_ENDPOINT",
                        "otlp takes metrics again");
        assertThat(receiver.httpLog().count(OtlpReceiver.METRICS)).isGreaterThanOrEqualTo(4);
    }

    private static void flush(SdkMeterProvider meters) {
        assertThat(meters.forceFlush().join(20, TimeUnit.SECONDS).isDone()).isTrue();
    }

    /** OpenTelemetry finds {@link AgentExtension} by itself. */
    private SdkMeterProvider meters() {
        Map<String, String> settings = Map.of(
                "otel.metrics.exporter", "otlp",
                "otel.exporter.otlp.endpoint", receiver.httpUrl().toString(),
                "telemetry.platforms", "none");
        return AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> settings)
                .build()
                .getOpenTelemetrySdk()
                .getSdkMeterProvider();
    }
}
