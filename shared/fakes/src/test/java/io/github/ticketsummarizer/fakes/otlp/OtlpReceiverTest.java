package io.github.ticketsummarizer.fakes.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ticketsummarizer.fakes.http.Exchange;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpReceiverTest {
    private static final String SECRET = "Basic cGs6c2s=";

    private final OtlpReceiver receiver = new OtlpReceiver(request ->
            !request.endpoint().equals(OtlpReceiver.LANGFUSE_TRACES) || SECRET.equals(request.header("authorization")));

    @BeforeEach
    void start() throws IOException {
        receiver.start(0, 0);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void keepsWhatComesOverHttp() {
        String spanId = export(OtlpHttpSpanExporter.builder()
                .setEndpoint(receiver.httpUrl() + "/v1/traces")
                .setCompression("gzip")
                .build());

        assertThat(receiver.exports()).singleElement().satisfies(export -> {
            assertThat(export.endpoint()).isEqualTo(OtlpReceiver.TRACES);
            assertThat(export.json()
                            .at("/resourceSpans/0/scopeSpans/0/spans/0/spanId")
                            .asText())
                    .isEqualTo(spanId);
        });
        assertSpan(receiver.spans().getFirst());
    }

    @Test
    void keepsWhatComesOverGrpc() {
        export(OtlpGrpcSpanExporter.builder()
                .setEndpoint(receiver.grpcUrl().toString())
                .setCompression("gzip")
                .addHeader("authorization", "Bearer key")
                .build());

        assertThat(receiver.exports()).singleElement().satisfies(export -> {
            assertThat(export.endpoint()).isEqualTo(OtlpReceiver.GRPC_TRACES);
            assertThat(export.authorization()).isEqualTo("Bearer key");
        });
        assertSpan(receiver.spans().getFirst());
    }

    @Test
    void readsJsonAndWritesTheSame() throws Exception {
        String json = """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"x"}}]},\
                "scopeSpans":[{"scope":{"name":"s"},"spans":[{"traceId":"4bf92f3577b34da6a3ce929d0e0e4736",\
                "spanId":"00f067aa0ba902b7","name":"n","kind":1,"startTimeUnixNano":"1700000000000000001",\
                "endTimeUnixNano":"1700000000000000002","attributes":[{"key":"a","value":{"arrayValue":{"values":\
                [{"intValue":"-7"},{"doubleValue":0.5},{"boolValue":true}]}}}],"status":{"code":2}}]}]}]}""";

        assertThat(post("/v1/traces", "application/json", json)).isEqualTo(200);

        assertThat(receiver.exports().getFirst().json()).hasToString(json);
        assertThat(receiver.spans().getFirst().attribute("a")).isEqualTo(List.of(-7L, 0.5, true));
        assertThat(receiver.spans().getFirst().isRoot()).isTrue();
    }

    @Test
    void refusesWhatIsNoExportAndWhoHasNoKey() throws Exception {
        assertThat(post("/v1/traces", "application/x-protobuf", "no protobuf")).isEqualTo(400);
        assertThat(post("/v1/traces", "application/json", "[]")).isEqualTo(400);
        assertThat(post("/api/public/otel/v1/traces", "application/json", "{}")).isEqualTo(401);
        assertThat(receiver.exports()).isEmpty();
    }

    @Test
    void misbehavesAsItIsTold() {
        receiver.faults(FaultPlan.first(
                OtlpReceiver.TRACES,
                new Fault.Instead(FakeAnswer.json(503, "{}")),
                new Fault.Reset(),
                new Fault.Slow(Duration.ofMillis(20))));

        export(OtlpHttpSpanExporter.builder()
                .setEndpoint(receiver.httpUrl() + "/v1/traces")
                .build());

        assertThat(receiver.spans()).hasSize(1);
        assertThat(receiver.httpLog().exchanges()).extracting(Exchange::status).containsExactly(503, 0, 200);
    }

    @Test
    void failsCallsOfGrpcByTheirStatus() {
        receiver.faults(FaultPlan.every(OtlpReceiver.GRPC_TRACES, new Fault.Instead(OtlpReceiver.grpcFailure(3))));

        export(OtlpGrpcSpanExporter.builder()
                .setEndpoint(receiver.grpcUrl().toString())
                .build());

        assertThat(receiver.spans()).isEmpty();
        assertThat(receiver.grpcLog().count()).isEqualTo(1);
    }

    private static String export(SpanExporter exporter) {
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "test")))
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            Span span = provider.get("scope")
                    .spanBuilder("chat model")
                    .setAttribute("llm.token_count.prompt", 12)
                    .setAttribute(AttributeKey.stringArrayKey("tag.tags"), List.of("pod", "offline"))
                    .startSpan();
            span.recordException(new IllegalStateException("no"));
            span.setStatus(StatusCode.ERROR, "failed");
            span.end();
            provider.forceFlush().join(20, TimeUnit.SECONDS);
            return span.getSpanContext().getSpanId();
        }
    }

    private static void assertSpan(ReceivedSpan span) {
        assertThat(span.name()).isEqualTo("chat model");
        assertThat(span.kind()).isEqualTo("INTERNAL");
        assertThat(span.scope()).isEqualTo("scope");
        assertThat(span.resource()).containsExactly(entry("service.name", "test"));
        assertThat(span.attributes())
                .containsExactly(entry("llm.token_count.prompt", 12L), entry("tag.tags", List.of("pod", "offline")));
        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.statusMessage()).isEqualTo("failed");
        assertThat(span.events())
                .singleElement()
                .satisfies(event -> assertThat(event.attributes()).containsEntry("exception.message", "no"));
    }

    private int post(String path, String contentType, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(receiver.httpUrl() + path))
                                    .header("Content-Type", contentType)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
