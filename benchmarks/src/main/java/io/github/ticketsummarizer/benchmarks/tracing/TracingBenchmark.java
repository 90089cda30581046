package io.github.ticketsummarizer.benchmarks.tracing;

import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import io.github.ticketsummarizer.benchmarks.Row;
import io.github.ticketsummarizer.benchmarks.command.CommandProcess;
import io.github.ticketsummarizer.benchmarks.command.StandIn;
import io.github.ticketsummarizer.benchmarks.command.UpProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What traces cost with both analyses: {@code up}, that has worked before, with calls of 2 s, where the time goes into
 * waiting; and {@code run} with an offline provider, its start included, where the processor is the limit. The modes take
 * turns, so that a slow minute of the machine meets them all. The platforms, which run on the same cores, take what comes
 * and count it.
 */
public final class TracingBenchmark {
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 60;
    private static final int WAITING_TICKETS = 600;
    private static final int BUSY_TICKETS = 1_000;

    private final Path folder;

    /**
     * What is done in each mode.
     *
     * @param traced how many tickets have spans
     */
    private record Work(String label, int traced, Measurement measurement) {}

    /** Does it once. */
    @FunctionalInterface
    private interface Measurement {
        /** @param environment what makes it trace */
        Cost of(Map<String, String> environment, Path scratch) throws IOException, InterruptedException;
    }

    /**
     * What it took.
     *
     * @param cpuMillis of processor time a ticket
     */
    private record Cost(double seconds, double cpuMillis) {}

    /** What a mode took, each time. */
    private record Series(TracingMode mode, List<Cost> costs, List<Long> spans) {
        double median(ToDoubleFunction<Cost> what) {
            return costs.stream().mapToDouble(what).sorted().toArray()[costs.size() / 2];
        }
    }

    /** @param folder for tickets, data and outputs */
    public TracingBenchmark(Path folder) {
        this.folder = folder;
    }

    /** A row for each mode, where tickets wait for calls and the processor has time. */
    public List<Row> waiting() throws IOException, InterruptedException {
        int traced = WARM_UP + WAITING_TICKETS;
        GeneratedTickets files = GeneratedTickets.write(folder, traced);
        try (StandIn models = StandIn.models("2s")) {
            return rows(new Work(
                    "`up`, %,d tickets, both analyses, calls of 2 s, 30 in flight a stage".formatted(WAITING_TICKETS),
                    traced,
                    (environment, scratch) -> {
                        environment.putAll(models.settings());
                        environment.put("IN_FLIGHT", "30");
                        return waiting(environment, files, scratch);
                    }));
        }
    }

    private static Cost waiting(Map<String, String> environment, GeneratedTickets files, Path scratch)
            throws IOException {
        try (UpProcess pipeline = new UpProcess(environment, files, "gemini", scratch)) {
            pipeline.work(WARM_UP);
            long before = pipeline.cpu().toMillis();
            double seconds = pipeline.work(WAITING_TICKETS);
            return new Cost(seconds, (double) (pipeline.cpu().toMillis() - before) / WAITING_TICKETS);
        }
    }

    /** A row for each mode, where nothing waits. */
    public List<Row> busy() throws IOException, InterruptedException {
        GeneratedTickets files = GeneratedTickets.write(folder, BUSY_TICKETS);
        return rows(new Work(
                "`run` of %,d tickets, both analyses, offline".formatted(BUSY_TICKETS),
                BUSY_TICKETS,
                (environment, scratch) -> busy(environment, files, scratch)));
    }

    private static Cost busy(Map<String, String> environment, GeneratedTickets files, Path scratch)
            throws IOException, InterruptedException {
        try (CommandProcess command = CommandProcess.run(environment, files, "offline", scratch)) {
            double cpuMillis = command.usageAtEnd().cpu().toMillis();
            return new Cost(command.elapsed().toMillis() / 1e3, cpuMillis / BUSY_TICKETS);
        }
    }

    private List<Row> rows(Work work) throws IOException, InterruptedException {
        List<Series> all = Arrays.stream(TracingMode.values())
                .map(mode -> new Series(mode, new ArrayList<>(), new ArrayList<>()))
                .toList();
        try (TakingPlatform one = new TakingPlatform();
                TakingPlatform two = new TakingPlatform()) {
            List<TakingPlatform> platforms = List.of(one, two);
            for (int round = 0; round < ROUNDS; round++) {
                for (Series series : all) {
                    Path scratch = folder.resolve("traced-" + System.nanoTime());
                    Map<String, String> environment =
                            new HashMap<>(series.mode().settings(platforms));
                    series.costs().add(work.measurement().of(environment, scratch));
                    series.spans()
                            .add(platforms.stream()
                                    .mapToLong(TakingPlatform::takeCount)
                                    .sum());
                }
            }
        }
        return all.stream().map(series -> row(work, series, all.getFirst())).toList();
    }

    private static Row row(Work work, Series series, Series off) {
        int platforms = series.mode().platforms();
        long spans = series.spans().stream().mapToLong(Long::longValue).min().orElseThrow();
        return new Row(
                "%s, %s".formatted(work.label(), series.mode().label()),
                "%s; %.1f ms of processor time a ticket; %s"
                        .formatted(
                                seconds(series, off),
                                series.median(Cost::cpuMillis),
                                platforms == 0
                                        ? "no spans"
                                        : "%.1f spans a ticket at each platform"
                                                .formatted((double) spans / platforms / work.traced())));
    }

    private static String seconds(Series series, Series off) {
        double seconds = series.median(Cost::seconds);
        return series.equals(off)
                ? "%.1f s".formatted(seconds)
                : "%.1f s (%+.1f %%)".formatted(seconds, 100 * (seconds / off.median(Cost::seconds) - 1));
    }
}
