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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void platformsInTroubleCostTheOtherNoSpan() throws IOException {
        Map<String, Fault> troubles = Map.of(
                "slow", new Fault.Slow(Duration.ofSeconds(3)),
                "refusing", Fault.html(400),
                "unavailable", Fault.html(503),
                "resetting", new Fault.Reset(),
                "hanging", new Fault.Hang());
        Map<String, String> settings = new HashMap<>();
        List<OtlpReceiver> receivers = new ArrayList<>();
        for (Map.Entry<String, Fault> trouble : troubles.entrySet()) {
            OtlpReceiver receiver = new OtlpReceiver();
            receiver.start(0, 0);
            receiver.faults(request -> trouble.getValue());
            receivers.add(receiver);
            settings.put(
                    "TELEMETRY_%s_ENDPOINT".formatted(trouble.getKey().toUpperCase(Locale.ROOT)),
                    receiver.httpUrl().toString());
        }
        troubled.close();
        settings.put("TELEMETRY_PLATFORMS", "phoenix,troubled," + String.join(",", troubles.keySet()));

        send(SPANS, settings);
        receivers.forEach(OtlpReceiver::close);

        assertThat(distinct(healthy)).hasSize(SPANS);
        assertThat(healthy.spans()).hasSize(SPANS);
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
