package io.github.ticketsummarizer.benchmarks.tracing;

import io.github.ticketsummarizer.benchmarks.Machine;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.telemetry.sdk.Telemetry;
import io.opentelemetry.api.trace.Tracer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The spans of 500 tickets a second for a minute, in a process of its own that has what a service has: its JVM options, the
 * heap that these make of its 768 MB, and the queue that comes of the heap.
 *
 * @param seconds it took
 * @param cores that were busy meanwhile
 * @param dropped spans that found a queue full, over all platforms
 */
record OfferedLoad(double seconds, double cores, long dropped) {
    static final int TICKETS_A_SECOND = 500;
    static final int TICKETS = 60 * TICKETS_A_SECOND;

    private static final Duration TICK = Duration.ofMillis(10);
    private static final String HEAP = "-Xmx460m";
    private static final String RESULT = "offered ";

    /** Has a new process offer them. */
    static OfferedLoad measure(Path folder, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@deployment/jvm.options",
                        HEAP,
                        "-Dlogback.configurationFile=logback-benchmarks.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OfferedLoad.class.getName(),
                        Files.createDirectories(folder).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(settings);
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith(RESULT))
                    .map(line -> read(line.substring(RESULT.length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the process offered nothing"));
        } finally {
            process.destroy();
        }
    }

    private static OfferedLoad read(String line) {
        List<String> figures = List.of(line.split(" "));
        return new OfferedLoad(
                Double.parseDouble(figures.get(0)), Double.parseDouble(figures.get(1)), Long.parseLong(figures.get(2)));
    }

    /**
     * Offers the load in a process of its own, and prints what came of it.
     *
     * @param args the folder for tickets and the broker's data
     */
    public static void main(String[] args) throws IOException {
        RecordedTickets tickets = RecordedTickets.record(Path.of(args[0]));
        Telemetry telemetry = Telemetry.start(new Settings(System.getenv()), "ticket-summarizer");
        Duration before = Machine.cpu();
        long from = System.nanoTime();
        offer(tickets, telemetry.openTelemetry().getTracer("io.github.ticketsummarizer"));
        double seconds = (System.nanoTime() - from) / 1e9;
        double cores = Machine.cpu().minus(before).toNanos() / 1e9 / seconds;
        long dropped = new ExportMetrics(telemetry.metricsPage().text()).dropped();
        telemetry.close();
        System.out.println(RESULT + seconds + " " + cores + " " + dropped);
    }

    private static void offer(RecordedTickets tickets, Tracer tracer) {
        int perTick = TICKETS_A_SECOND / Math.toIntExact(Duration.ofSeconds(1).dividedBy(TICK));
        long from = System.nanoTime();
        for (int tick = 0; tick < TICKETS / perTick; tick++) {
            for (int i = 0; i < perTick; i++) {
                tickets.end(tracer, tick * perTick + i + 1);
            }
            long next = from + (tick + 1) * TICK.toNanos();
            for (long now = System.nanoTime(); now < next; now = System.nanoTime()) {
                LockSupport.parkNanos(next - now);
            }
        }
    }
}
