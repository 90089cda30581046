package io.github.ticketsummarizer.telemetry.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.telemetry.BuildVersion;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetryTest {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> settings = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        settings.put(
                "PHOENIX_OTLP_ENDPOINT",
                "http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void spansAreSentWhenItIsClosedWithTheNameOfTheServiceAndTheUserWhereOneIsNamed() {
        settings.put("TELEMETRY_USER_ID", "support-emea");

        try (Telemetry telemetry = Telemetry.start(new Settings(settings), "ticket-summarizer-pod")) {
            span(telemetry.openTelemetry()).end();
        }

        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("POST /v1/traces")
                        .contains("categorize_ticket", "ticket-summarizer-pod", "openinference.project.name")
                        .contains("user.id", "support-emea"));
    }

    @Test
    void theNameOfTheServiceIsThatOfOpenTelemetrysVariableWhereItIsSet() {
        settings.put("OTEL_SERVICE_NAME", "another-name");

        try (Telemetry telemetry = Telemetry.start(new Settings(settings), "ticket-summarizer-pod")) {
            span(telemetry.openTelemetry()).end();
        }

        assertThat(requests.getFirst()).contains("another-name").doesNotContain("ticket-summarizer-pod");
    }

    @Test
    void whatIsDroppedAndWhatIsSentIsCountedInMetrics() {
        settings.put("OTEL_BSP_MAX_QUEUE_SIZE", "1");
        settings.put("OTEL_METRICS_EXPORTER", "otlp");
        settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", settings.get("PHOENIX_OTLP_ENDPOINT"));

        try (Telemetry telemetry = Telemetry.start(new Settings(settings), "test")) {
            for (int i = 0; i < 1_000; i++) {
                span(telemetry.openTelemetry()).end();
            }
        }

        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /v1/metrics"))
                .last(InstanceOfAssertFactories.STRING)
                .contains(
                        "otel.sdk.processor.span.processed",
                        "queue_full",
                        "otel.sdk.processor.span.queue.size",
                        "otel.sdk.exporter.span.exported");
    }

    @Test
    void spansAndMetricsTellTheInstanceAndTheVersionOfTheService() {
        settings.put("OTEL_METRICS_EXPORTER", "otlp");
        settings.put("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", settings.get("PHOENIX_OTLP_ENDPOINT") + "/v1/metrics");
        settings.put("INSTANCE_ID", "pod-service-1");

        try (Telemetry telemetry = Telemetry.start(new Settings(settings), "test")) {
            telemetry
                    .tracing()
                    .child(Context.root(), "fetch_ticket", SpanKind.INTERNAL)
                    .startSpan()
                    .end();
            assertThat(telemetry.metricsPage().text())
                    .contains("service_instance_id=\"pod-service-1\"", "service_name=\"test\"");
        }

        assertThat(requests)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(request -> assertThat(request)
                        .contains("service.instance.id", "pod-service-1", "service.version", BuildVersion.text()));
    }

    @Test
    void thePageOfMetricsTellsTheServiceWhereNothingIsSentToo() {
        Map<String, String> named =
                Map.of("OTEL_SERVICE_NAME", "another-name", "OTEL_RESOURCE_ATTRIBUTES", "service.version=next");

        try (Telemetry one = Telemetry.start(new Settings(named), "test");
                Telemetry other = Telemetry.start(new Settings(Map.of()), "test")) {
            one.tracing().meter().counterBuilder("tickets").build().add(1);
            other.tracing().meter().counterBuilder("tickets").build().add(1);
            assertThat(one.metricsPage().text())
                    .contains("service_name=\"another-name\"", "service_version=\"next\"", "service_instance_id=\"");
            assertThat(instance(one)).isNotEqualTo(instance(other)).isNotEmpty();
            assertThat(other.metricsPage().text()).contains("service_name=\"test\"", "service_version=\"0.");
        }
    }

    private static String instance(Telemetry telemetry) {
        return Pattern.compile("service_instance_id=\"([^\"]+)")
                .matcher(telemetry.metricsPage().text())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    @Test
    void nothingLeavesThroughAPropagator() {
        settings.put("OTEL_PROPAGATORS", "tracecontext,baggage");

        try (Telemetry telemetry = Telemetry.start(new Settings(settings), "test")) {
            assertThat(telemetry.openTelemetry().getPropagators().getTextMapPropagator())
                    .isEqualTo(TextMapPropagator.noop());
        }
    }

    @Test
    void oneSwitchTurnsTracingOff() {
        settings.put("TRACING_ENABLED", "false");

        assertIsOff(Telemetry.start(new Settings(settings), "test"));
    }

    @Test
    void nothingIsStartedWithoutAPlatform() {
        assertIsOff(Telemetry.start(new Settings(Map.of()), "test"));
    }

    @Test
    void aPlatformThatLacksASettingStopsTheStart() {
        settings.put("TELEMETRY_PLATFORMS", "phoenix,langfuse");
        Settings wrong = new Settings(settings);

        assertIsOff(Telemetry.start(wrong, "test"));

        assertThatThrownBy(wrong::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessage("""
                        LANGFUSE_PUBLIC_KEY: not set, and langfuse needs it
                        LANGFUSE_SECRET_KEY: not set, and langfuse needs it""");
    }

    @Test
    void wrongSettingsOfTheConnectionStopTheStart() {
        settings.put("OTEL_EXPORTER_OTLP_TIMEOUT", "abc");
        Settings wrong = new Settings(settings);

        Telemetry.start(wrong, "test").close();

        assertThatThrownBy(wrong::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessage("OTEL_EXPORTER_OTLP_TIMEOUT: 'abc' is not a number of milliseconds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OTEL_BSP_MAX_QUEUE_SIZE             | lots      | a whole number from 1 to 1000000",
                "OTEL_BSP_MAX_QUEUE_SIZE             | 0         | a whole number from 1 to 1000000",
                "OTEL_BSP_MAX_QUEUE_SIZE             | -5        | a whole number from 1 to 1000000",
                "OTEL_BSP_MAX_EXPORT_BATCH_SIZE      | 0         | a whole number from 1 to 1000000",
                "OTEL_BSP_SCHEDULE_DELAY             | 1x        | a number of milliseconds, or one with a unit: 500ms, 30s, 5m",
                "OTEL_BSP_SCHEDULE_DELAY             | -1        | a number of milliseconds, or one with a unit: 500ms, 30s, 5m",
                "OTEL_TRACES_SAMPLER                 | sometimes | one of always_on, always_off, parentbased_always_on, parentbased_always_off, traceidratio, parentbased_traceidratio",
                "OTEL_RESOURCE_ATTRIBUTES            | broken    | of the form name=value,name=value",
                "OTEL_ATTRIBUTE_COUNT_LIMIT          | x         | a whole number from 0 to 2147483647",
                "OTEL_METRICS_EXPORTER               | otpl      | otlp, prometheus or none",
                "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL | foo       | grpc or http/protobuf",
            })
    void aWrongValueOfOpenTelemetrysStopsTheStart(String name, String value, String expected) {
        settings.put(name, value);
        Settings wrong = new Settings(settings);

        assertIsOff(Telemetry.start(wrong, "test"));

        assertThatThrownBy(wrong::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessage("%s: '%s' is not %s", name, value, expected);
    }

    @Test
    void allThatIsWrongIsListedAtOnce() {
        settings.put("TRACING_ENABLED", "no");
        settings.put("TELEMETRY_CONTENT", "nope");
        settings.put("OTEL_TRACES_SAMPLER", "traceidratio");
        settings.put("OTEL_TRACES_SAMPLER_ARG", "many");
        settings.put("OTEL_BSP_MAX_QUEUE_SIZE", "lots");
        Settings wrong = new Settings(settings);

        assertIsOff(Telemetry.start(wrong, "test"));

        assertThatThrownBy(wrong::requireValid).hasMessage("""
                        TRACING_ENABLED: 'no' is not true or false
                        TELEMETRY_CONTENT: 'nope' is not full, redacted or none
                        OTEL_BSP_MAX_QUEUE_SIZE: 'lots' is not a whole number from 1 to 1000000
                        OTEL_TRACES_SAMPLER_ARG: 'many' is not a number from 0 to 1""");
    }

    @Test
    void whatOnlyTheSdkKnowsToBeWrongIsToldByItsVariable() {
        settings.put("OTEL_METRICS_EXPORTER", "otlp");
        settings.put("OTEL_EXPORTER_OTLP_METRICS_TIMEOUT", "soon");
        Settings wrong = new Settings(settings);

        assertIsOff(Telemetry.start(wrong, "test"));

        assertThatThrownBy(wrong::requireValid)
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("OTEL_EXPORTER_OTLP_METRICS_TIMEOUT: ")
                .hasMessageContaining("soon");
    }

    @Test
    void valuesThatOpenTelemetryTakesAreTaken() {
        settings.put("OTEL_BSP_SCHEDULE_DELAY", "2 s");
        settings.put("OTEL_BSP_MAX_QUEUE_SIZE", "100");
        settings.put("OTEL_ATTRIBUTE_COUNT_LIMIT", "0");
        settings.put("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
        settings.put("OTEL_TRACES_SAMPLER_ARG", "1.0");
        settings.put("OTEL_RESOURCE_ATTRIBUTES", "team=emea,deployment.environment=test,");
        Settings right = new Settings(settings);

        try (Telemetry telemetry = Telemetry.start(right, "test")) {
            span(telemetry.openTelemetry()).end();
        }

        right.requireValid();
        assertThat(requests).singleElement().asString().contains("team", "emea");
    }

    private static void assertIsOff(Telemetry telemetry) {
        assertThat(span(telemetry.openTelemetry()).isRecording()).isFalse();
        telemetry.close();
    }

    private static Span span(OpenTelemetry openTelemetry) {
        return openTelemetry.getTracer("test").spanBuilder("categorize_ticket").startSpan();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            requests.add("%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body));
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
