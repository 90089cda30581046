package io.github.ticketsummarizer.telemetry.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.http.Fault;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.fakes.otlp.ReceivedSpan;
import io.github.ticketsummarizer.model.Settings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one platform's trouble means for another, through the real exporters. */
class PlatformIsolationIT {
    private static final int SPANS = 3_000;

    private final OtlpReceiver healthy = new OtlpReceiver();
    private final OtlpReceiver troubled = new OtlpReceiver();

    @BeforeEach
    void start() throws IOException {
        healthy.start(0, 0);
        troubled.start(0, 0);
    }

    @AfterEach
    void stop() {
        healthy.close();
        troubled.close();
    }

    static Stream<Named<Fault>> troubles() {
        return Stream.of(
                Named.of("slow", new Fault.Slow(Duration.ofSeconds(3))),
                Named.of("400", Fault.html(400)),
                Named.of("503", Fault.html(503)),
                Named.of("resets", new Fault.Reset()),
                Named.of("hangs", new Fault.Hang()));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aPlatformInTroubleCostsTheOtherNoSpan(Fault trouble) {
        troubled.faults(request -> trouble);

        send(SPANS);

        assertThat(distinct(healthy)).hasSize(SPANS);
        assertThat(healthy.spans()).hasSize(SPANS);
    }

    @Test
    void aPlatformThatIsGoneCostsTheOtherNoSpan() {
        troubled.close();

        send(SPANS);

        assertThat(distinct(healthy)).hasSize(SPANS);
    }

    @Test
    void bothReceiveTheSameSpansOverHttpAndGrpc() {
        send(
                SPANS,
                Map.of(
                        "TELEMETRY_TROUBLED_PROTOCOL",
                        "grpc",
                        "TELEMETRY_TROUBLED_ENDPOINT",
                        troubled.grpcUrl().toString()));

        assertThat(distinct(healthy)).hasSize(SPANS).isEqualTo(distinct(troubled));
    }

    @Test
    void noSpanIsDroppedAtFiveHundredTicketsASecond() {
        int ticketsPerSecond = 500;
        int spansPerTicket = 12;
        int seconds = 3;
        try (Telemetry telemetry = start(Map.of("TELEMETRY_PLATFORMS", "phoenix"))) {
            Tracer tracer = telemetry.openTelemetry().getTracer("test");
            long start = System.nanoTime();
            for (int ticket = 0; ticket < ticketsPerSecond * seconds; ticket++) {
                for (int span = 0; span < spansPerTicket; span++) {
                    tracer.spanBuilder("span").startSpan().end();
                }
                long due = start + TimeUnit.SECONDS.toNanos(1) * (ticket + 1) / ticketsPerSecond;
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }

        assertThat(distinct(healthy)).hasSize(ticketsPerSecond * seconds * spansPerTicket);
    }

    private void send(int spans) {
        send(spans, Map.of());
    }

    private void send(int spans, Map<String, String> more) {
        try (Telemetry telemetry = start(more)) {
            OpenTelemetry openTelemetry = telemetry.openTelemetry();
            for (int i = 0; i < spans; i++) {
                openTelemetry.getTracer("test").spanBuilder("span").startSpan().end();
            }
        }
    }

    private Telemetry start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "TELEMETRY_PLATFORMS", "phoenix,troubled",
                "PHOENIX_OTLP_ENDPOINT", healthy.httpUrl().toString(),
                "TELEMETRY_TROUBLED_ENDPOINT", troubled.httpUrl().toString()));
        settings.putAll(more);
        return Telemetry.start(new Settings(settings), "test");
    }

    private static Set<String> distinct(OtlpReceiver receiver) {
        return receiver.spans().stream().map(ReceivedSpan::spanId).collect(Collectors.toCollection(HashSet::new));
    }
}
