package io.github.ticketsummarizer.benchmarks.tracing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import io.github.ticketsummarizer.benchmarks.Row;
import io.github.ticketsummarizer.benchmarks.command.CommandProcess;
import io.github.ticketsummarizer.benchmarks.command.StandIn;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What traces cost {@code run} with both analyses: with calls of 2 s, where the time goes into waiting, and with an offline
 * provider, where the processor is the limit. The modes take turns, so that a slow minute of the machine meets them all.
 * The platforms, which run on the same cores, take what comes and count it.
 */
public final class TracingBenchmark {
    private static final int ROUNDS = 3;

    private final Path folder;

    /**
     * What is done.
     *
     * @param environment of the runs, beside what makes them trace
     */
    private record Work(String label, String provider, int tickets, Map<String, String> environment) {}

    /**
     * One run.
     *
     * @param elapsed from the start of the launcher to its end
     * @param processing from the first ticket to the last, as the run's own output says
     */
    private record Outcome(Duration elapsed, Duration processing, Duration cpu, long spans) {}

    /** The runs of one mode. */
    private record Series(TracingMode mode, List<Outcome> outcomes) {
        double median(Function<Outcome, Duration> what) {
            List<Duration> sorted = outcomes.stream().map(what).sorted().toList();
            return sorted.get(sorted.size() / 2).toMillis() / 1e3;
        }
    }

    /** @param folder for tickets, data and outputs */
    public TracingBenchmark(Path folder) {
        this.folder = folder;
    }

    /** A row for each mode, where tickets wait for calls and the processor has time. */
    public List<Row> waiting() throws IOException, InterruptedException {
        try (StandIn models = StandIn.models("2s")) {
            Map<String, String> environment = new HashMap<>(models.settings());
            environment.put("IN_FLIGHT", "30");
            return rows(new Work("calls of 2 s, 30 in flight a stage", "gemini", 600, environment));
        }
    }

    /** A row for each mode, where nothing waits. */
    public List<Row> busy() throws IOException, InterruptedException {
        return rows(new Work("offline", "offline", 1_000, Map.of()));
    }

    private List<Row> rows(Work work) throws IOException, InterruptedException {
        GeneratedTickets files = GeneratedTickets.write(folder, work.tickets());
        List<Series> all = Arrays.stream(TracingMode.values())
                .map(mode -> new Series(mode, new ArrayList<>()))
                .toList();
        try (TakingPlatform one = new TakingPlatform();
                TakingPlatform two = new TakingPlatform()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Series series : all) {
                    series.outcomes().add(measure(work, series.mode(), files, List.of(one, two)));
                }
            }
        }
        return all.stream().map(series -> row(work, series, all.getFirst())).toList();
    }

    private Outcome measure(Work work, TracingMode mode, GeneratedTickets files, List<TakingPlatform> platforms)
            throws IOException, InterruptedException {
        Path scratch = folder.resolve("traced-" + System.nanoTime());
        Map<String, String> environment = new HashMap<>(work.environment());
        environment.putAll(mode.settings(platforms));
        try (CommandProcess command = CommandProcess.run(environment, files, work.provider(), scratch)) {
            CommandProcess.Usage usage = command.usageAtEnd();
            Duration elapsed = command.elapsed();
            long spans = platforms.stream().mapToLong(TakingPlatform::takeCount).sum();
            return new Outcome(elapsed, processing(scratch.resolve("output")), usage.cpu(), spans);
        }
    }

    private static Duration processing(Path output) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(output, "*.json")) {
            JsonNode metadata = new ObjectMapper()
                    .readTree(files.iterator().next().toFile())
                    .path("metadata");
            return Duration.ofMillis(
                    Math.round(1_000 * metadata.path("processing_time_seconds").asDouble()));
        }
    }

    private static Row row(Work work, Series series, Series off) {
        TracingMode mode = series.mode();
        long spans = series.outcomes().stream().mapToLong(Outcome::spans).min().orElseThrow();
        return new Row(
                "`run` of %,d tickets, both analyses, %s, %s".formatted(work.tickets(), work.label(), mode.label()),
                "%s from the first ticket to the last; %s from start to end; %.1f ms of processor time a ticket; %s"
                        .formatted(
                                compared(Outcome::processing, series, off),
                                compared(Outcome::elapsed, series, off),
                                1_000 * series.median(Outcome::cpu) / work.tickets(),
                                mode.platforms() == 0
                                        ? "no spans"
                                        : "%.1f spans a ticket at each platform"
                                                .formatted((double) spans / mode.platforms() / work.tickets())));
    }

    private static String compared(Function<Outcome, Duration> what, Series series, Series off) {
        double seconds = series.median(what);
        return series == off
                ? "%.1f s".formatted(seconds)
                : "%.1f s (%+.1f %%)".formatted(seconds, 100 * (seconds / off.median(what) - 1));
    }
}
