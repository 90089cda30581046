package io.github.ticketsummarizer.benchmarks.tracing;

import io.github.ticketsummarizer.benchmarks.Machine;
import io.github.ticketsummarizer.benchmarks.Row;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.sdk.Telemetry;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether every span arrives at the load that one JVM has to offer at most: 500 tickets a second of 12 spans each, for a
 * minute, sent as a service sends them, redaction included, to two platforms that take what comes.
 */
public final class SpanBenchmark {
    private static final int TICKETS_A_SECOND = 500;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration TICK = Duration.ofMillis(10);
    /** What {@code run} has with its heap of 400 MB; this JVM's is larger. */
    private static final int QUEUE = 12_800;

    private final Path folder;

    /** @param folder for tickets and the broker's data */
    public SpanBenchmark(Path folder) {
        this.folder = folder;
    }

    /** One row. */
    public List<Row> run() throws IOException {
        RecordedTickets tickets = RecordedTickets.record(folder);
        try (TakingPlatform one = new TakingPlatform();
                TakingPlatform two = new TakingPlatform()) {
            return List.of(measure(tickets, List.of(one, two)));
        }
    }

    private static Row measure(RecordedTickets tickets, List<TakingPlatform> platforms) {
        Map<String, String> settings = new HashMap<>(TracingMode.TWO.settings(platforms));
        settings.put("OTEL_BSP_MAX_QUEUE_SIZE", Integer.toString(QUEUE));
        Telemetry telemetry = Telemetry.start(new Settings(settings), "ticket-summarizer");
        Duration before = Machine.cpu();
        long from = System.nanoTime();
        int count = offer(tickets, telemetry.openTelemetry().getTracer("io.github.ticketsummarizer"));
        double seconds = (System.nanoTime() - from) / 1e9;
        double cores = Machine.cpu().minus(before).toNanos() / 1e9 / seconds;
        long dropped = new ExportMetrics(telemetry.metricsPage().text()).dropped();
        telemetry.close();
        return new Row(
                "%,d tickets of %d spans, %d a second, to two platforms"
                        .formatted(count, RecordedTickets.SPANS, TICKETS_A_SECOND),
                "%,d spans in %.1f s (%.1f MB/s to each platform); %,d and %,d arrived, the counter of drops says %,d; %.2f cores were busy, the platforms' work included"
                        .formatted(
                                count * RecordedTickets.SPANS,
                                seconds,
                                platforms.getFirst().takeBytes() / 1e6 / seconds,
                                platforms.getFirst().takeCount(),
                                platforms.getLast().takeCount(),
                                dropped,
                                cores));
    }

    /** Answers how many tickets were offered. */
    private static int offer(RecordedTickets tickets, Tracer tracer) {
        int perTick = TICKETS_A_SECOND / Math.toIntExact(Duration.ofSeconds(1).dividedBy(TICK));
        int ticks = Math.toIntExact(LONG.dividedBy(TICK));
        long from = System.nanoTime();
        int number = 0;
        for (int tick = 0; tick < ticks; tick++) {
            for (int i = 0; i < perTick; i++) {
                tickets.end(tracer, ++number);
            }
            long next = from + (tick + 1) * TICK.toNanos();
            for (long now = System.nanoTime(); now < next; now = System.nanoTime()) {
                LockSupport.parkNanos(next - now);
            }
        }
        return number;
    }
}
