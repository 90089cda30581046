package io.github.ticketsummarizer.benchmarks.command;

import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import io.github.ticketsummarizer.benchmarks.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tickets through {@code up} and {@code run} with both analyses, asked of the Gemini adapter through Google's own library,
 * 100 calls at once a stage. A stand-in in a process of its own answers.
 *
 * <p>With calls of 2 s the ideal is the longest chain of waves: 100 tickets at a time are synthesized, and the analyses of
 * the last 100, which run side by side, come after.
 */
public final class ModelBenchmark {
    private static final int IN_FLIGHT = 100;
    private static final Duration CALL = Duration.ofSeconds(2);
    private static final int WARM_UP = 100;
    private static final List<Integer> COUNTS = List.of(100, 1_000);
    private static final int INSTANT_WARM_UP = 1_000;
    private static final int INSTANT_TICKETS = 5_000;
    private static final int INSTANT_COMMAND = 3_000;
    private static final String PROVIDER = "gemini";

    private final Path folder;

    /** @param folder for tickets, data and outputs */
    public ModelBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Waves of slow calls, in an {@code up} that runs already. */
    public List<Row> waves() throws IOException {
        try (StandIn models = StandIn.models(CALL.toSeconds() + "s")) {
            return waves(models);
        }
    }

    /** The whole command with the same calls, its start included. */
    public List<Row> commands() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (StandIn models = StandIn.models(CALL.toSeconds() + "s")) {
            for (int count : COUNTS) {
                rows.add(command(count, models));
            }
        }
        return rows;
    }

    /** Calls that are answered at once: in an {@code up} that is warm, and in the whole command. */
    public List<Row> instant() throws IOException, InterruptedException {
        try (StandIn models = StandIn.models("0ms")) {
            return List.of(instant(models), command(INSTANT_COMMAND, models));
        }
    }

    /** From the first submission to the last committed report, in a pipeline that has worked before. */
    private List<Row> waves(StandIn models) throws IOException {
        int all = WARM_UP + COUNTS.stream().mapToInt(Integer::intValue).sum();
        List<Row> rows = new ArrayList<>();
        try (UpProcess pipeline = pipeline(all, models, "waves")) {
            pipeline.work(WARM_UP);
            for (int count : COUNTS) {
                rows.add(efficiency(count, pipeline.work(count)));
            }
        }
        return rows;
    }

    private Row instant(StandIn models) throws IOException {
        try (UpProcess pipeline = pipeline(INSTANT_WARM_UP + INSTANT_TICKETS, models, "instant")) {
            pipeline.work(INSTANT_WARM_UP);
            Duration before = models.cpu();
            double seconds = pipeline.work(INSTANT_TICKETS);
            double standIn = models.cpu().minus(before).toMillis() / 1e3;
            return new Row(
                    "`up`, %,d tickets, both analyses, calls of 0 ms".formatted(INSTANT_TICKETS),
                    "%.0f tickets/s (%.1f s; the stand-in took %.1f s of processor time meanwhile)"
                            .formatted(INSTANT_TICKETS / seconds, seconds, standIn));
        }
    }

    private UpProcess pipeline(int tickets, StandIn models, String name) throws IOException {
        return new UpProcess(
                environment(models),
                GeneratedTickets.write(folder, tickets),
                PROVIDER,
                folder.resolve("models-" + name));
    }

    private static Map<String, String> environment(StandIn models) {
        Map<String, String> environment = new HashMap<>(models.settings());
        environment.put("IN_FLIGHT", Integer.toString(IN_FLIGHT));
        return environment;
    }

    private static Row efficiency(int count, double seconds) {
        int waves = Math.ceilDiv(count, IN_FLIGHT) + 1;
        double ideal = waves * CALL.toMillis() / 1e3;
        return new Row(
                "`up`, %,d tickets, both analyses, calls of 2 s, 100 in flight a stage".formatted(count),
                "efficiency %.3f (ideal %.0f s, measured %.1f s)".formatted(ideal / seconds, ideal, seconds));
    }

    private Row command(int count, StandIn models) throws IOException, InterruptedException {
        GeneratedTickets files = GeneratedTickets.write(folder, count);
        try (CommandProcess command =
                CommandProcess.run(environment(models), files, PROVIDER, folder.resolve("model-" + count))) {
            long peak = command.usageAtEnd().peakResidentBytes();
            double seconds = command.elapsed().toMillis() / 1e3;
            return new Row(
                    "`run` of %,d tickets, the same calls, start to end".formatted(count),
                    "%.1f s (%.0f tickets/s), %d MB resident at most"
                            .formatted(seconds, count / seconds, peak / 1_000_000));
        }
    }
}
