package io.github.ticketsummarizer.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.http.FaultPlan;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.telemetry.platform.OtherPlatform;
import io.github.ticketsummarizer.telemetry.platform.OtlpProtocol;
import io.github.ticketsummarizer.telemetry.platform.OtlpTarget;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told when a platform does not take spans, through the real exporters. */
class RefusedSpansTest {
    private static final int SPANS = 5;
    /** {@code rejected_spans: 3} in Protobuf, within {@code partial_success}. */
    private static final String THREE_REJECTED = "\n\2\b\3";

    private static final Map<String, String> GRPC = Map.of("Content-Type", "application/grpc");

    private final OtlpReceiver receiver = new OtlpReceiver();
    private final LogLines ours = new LogLines();
    private final LogLines exporters = new LogLines("io.opentelemetry.exporter");

    @BeforeEach
    void start() throws IOException {
        receiver.start(0, 0);
        ours.listen();
        exporters.listen();
    }

    @AfterEach
    void stop() {
        receiver.close();
        ours.close();
        exporters.close();
    }

    static Stream<Arguments> partialSuccesses() {
        return Stream.of(
                Arguments.of(
                        OtlpProtocol.HTTP_PROTOBUF,
                        new FakeAnswer(200, Map.of("Content-Type", "application/x-protobuf"), THREE_REJECTED)),
                Arguments.of(
                        OtlpProtocol.HTTP_PROTOBUF,
                        FakeAnswer.json(200, "{\"partialSuccess\":{\"rejectedSpans\":\"3\",\"errorMessage\":\"no\"}}")),
                Arguments.of(
                        OtlpProtocol.GRPC,
                        new FakeAnswer(200, GRPC, "\0\0\0\0\4" + THREE_REJECTED)
                                .withTrailers(Map.of("grpc-status", "0"))));
    }

    @ParameterizedTest
    @MethodSource("partialSuccesses")
    void spansThatAreRejectedInTheAnswerAreTold(OtlpProtocol protocol, FakeAnswer partialSuccess) {
        receiver.faults(request -> new Fault.Instead(partialSuccess));

        send(protocol);

        assertThat(ours.all())
                .containsExactly(
                        "acme rejected 3 of 5 spans. Tickets go on without. Its own log says why",
                        "3 spans did not reach acme");
    }

    @Test
    void aPageIsNoSuccessWhetherItAnswersOrIsRedirectedTo() {
        List<String> told = List.of(
                "acme takes no spans: a page for people answers there, perhaps one where somebody has to log in."
                        + " Tickets go on without. See: ticket-summarizer doctor --live",
                "5 spans did not reach acme");
        receiver.faults(request -> Fault.html(200));
        send(OtlpProtocol.HTTP_PROTOBUF);
        assertThat(ours.all()).isEqualTo(told);

        receiver.faults(FaultPlan.every(
                        OtlpReceiver.TRACES, new Fault.Instead(FakeAnswer.redirect(receiver.httpUrl() + "/login")))
                .orElse(request -> Fault.html(200)));
        send(OtlpProtocol.HTTP_PROTOBUF);
        assertThat(ours.all()).hasSize(4).endsWith(told.toArray(String[]::new));
    }

    @Test
    void anAnswerThatTakesAllSpansIsASuccessInEitherFormat() {
        receiver.faults(FaultPlan.first(
                OtlpReceiver.TRACES,
                new Fault.Instead(FakeAnswer.json(200, "{\"partialSuccess\":{}}")),
                new Fault.Instead(new FakeAnswer(200, Map.of(), "OK")),
                // A warning, and nothing rejected.
                new Fault.Instead(new FakeAnswer(200, Map.of(), "\n\4\022\2no"))));

        for (int i = 0; i < 4; i++) {
            send(OtlpProtocol.HTTP_PROTOBUF);
        }
        send(OtlpProtocol.GRPC);

        assertThat(ours.all()).isEmpty();
    }

    @Test
    void whatAPlatformAnswersIsNotLogged() {
        String echo = "cannot store 'from jane.doe@example.com'";
        receiver.faults(FaultPlan.every(OtlpReceiver.TRACES, new Fault.Instead(FakeAnswer.json(400, echo)))
                .orElse(request -> new Fault.Instead(
                        OtlpReceiver.grpcFailure(3).with("grpc-message", "from jane.doe@example.com"))));

        send(OtlpProtocol.HTTP_PROTOBUF);
        send(OtlpProtocol.GRPC);

        assertThat(exporters.all()).hasSize(2);
        assertThat(exporters.all().toString() + ours.all()).doesNotContain("jane.doe");
    }

    @Test
    void aPlatformWhoseFirstAttemptFailsIsNotWaitedForAtTheEnd() {
        URI address = receiver.httpUrl();
        receiver.close();

        long from = System.nanoTime();
        send(new OtlpTarget(OtlpProtocol.HTTP_PROTOBUF, address.resolve("/v1/traces"), Map.of()));

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(6));
        assertThat(ours.all()).last().isEqualTo("5 spans did not reach acme");
    }

    private void send(OtlpProtocol protocol) {
        send(new OtlpTarget(
                protocol,
                protocol == OtlpProtocol.GRPC
                        ? receiver.grpcUrl()
                        : receiver.httpUrl().resolve("/v1/traces"),
                Map.of()));
    }

    private static void send(OtlpTarget target) {
        PlatformProcessor processor = PlatformProcessor.of(
                new OtherPlatform("acme", target),
                OtlpConnection.from(name -> null, (setting, problem) -> {}),
                new QueueSize(100, 50, Duration.ofSeconds(1)),
                MeterProvider::noop);
        SdkTracerProvider provider =
                SdkTracerProvider.builder().addSpanProcessor(processor).build();
        for (int i = 0; i < SPANS; i++) {
            provider.get("test").spanBuilder("fetch_ticket").startSpan().end();
        }
        provider.shutdown().join(TraceExport.EXIT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
