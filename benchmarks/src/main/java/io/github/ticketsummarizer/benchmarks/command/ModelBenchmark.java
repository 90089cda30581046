package io.github.ticketsummarizer.benchmarks.command;

import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import io.github.ticketsummarizer.benchmarks.OutputCounter;
import io.github.ticketsummarizer.benchmarks.Row;
import io.github.ticketsummarizer.benchmarks.Submissions;
import io.github.ticketsummarizer.local.EmbeddedPipeline;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tickets through the pipeline of {@code run} with both analyses, asked of the Gemini adapter through Google's own
 * library, 100 calls at once a stage. A stand-in in a process of its own answers.
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

    /** Waves of slow calls, in a pipeline that runs already. */
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

    /** Calls that are answered at once: in a pipeline that is warm, and in the whole command. */
    public List<Row> instant() throws IOException, InterruptedException {
        try (StandIn models = StandIn.models("0ms")) {
            return List.of(instant(models), command(INSTANT_COMMAND, models));
        }
    }

    /** From the first submission to the last committed report, in a pipeline that runs already. */
    private List<Row> waves(StandIn models) throws IOException {
        int all = WARM_UP + COUNTS.stream().mapToInt(Integer::intValue).sum();
        GeneratedTickets files = GeneratedTickets.write(folder, all);
        List<Row> rows = new ArrayList<>();
        try (EmbeddedPipeline pipeline = pipeline(files, models, "waves")) {
            pipeline.start();
            Submissions submissions = new Submissions(pipeline.kafkaSettings(), pipeline.topics(), PROVIDER);
            try (OutputCounter reports = reports(pipeline)) {
                int sent = send(submissions, reports, 0, WARM_UP);
                for (int count : COUNTS) {
                    long from = System.nanoTime();
                    sent = send(submissions, reports, sent, count);
                    rows.add(efficiency(count, (System.nanoTime() - from) / 1e9));
                }
            }
        }
        return rows;
    }

    private Row instant(StandIn models) throws IOException {
        GeneratedTickets files = GeneratedTickets.write(folder, INSTANT_WARM_UP + INSTANT_TICKETS);
        try (EmbeddedPipeline pipeline = pipeline(files, models, "instant")) {
            pipeline.start();
            Submissions submissions = new Submissions(pipeline.kafkaSettings(), pipeline.topics(), PROVIDER);
            try (OutputCounter reports = reports(pipeline)) {
                int sent = send(submissions, reports, 0, INSTANT_WARM_UP);
                long from = System.nanoTime();
                Duration before = models.cpu();
                send(submissions, reports, sent, INSTANT_TICKETS);
                double seconds = (System.nanoTime() - from) / 1e9;
                double standIn = models.cpu().minus(before).toMillis() / 1e3;
                return new Row(
                        "the same pipeline, %,d tickets, calls of 0 ms".formatted(INSTANT_TICKETS),
                        "%.0f tickets/s (%.1f s; the stand-in took %.1f s of processor time meanwhile)"
                                .formatted(INSTANT_TICKETS / seconds, seconds, standIn));
            }
        }
    }

    private EmbeddedPipeline pipeline(GeneratedTickets files, StandIn models, String name) {
        Map<String, String> settings = new HashMap<>(models.settings());
        settings.put("TICKET_SOURCE", "file");
        settings.put("TICKET_PATH", files.tickets().toString());
        settings.put("IN_FLIGHT", Integer.toString(IN_FLIGHT));
        return new EmbeddedPipeline(folder.resolve("models-" + name), 0, new Settings(settings));
    }

    private static OutputCounter reports(EmbeddedPipeline pipeline) {
        return new OutputCounter(pipeline.kafkaSettings(), pipeline.topics().merged());
    }

    /** Comes back when all reports are there; answers how many tickets were sent by then. */
    private static int send(Submissions submissions, OutputCounter reports, int first, int count) {
        submissions.send(first, count);
        reports.await(first + count);
        return first + count;
    }

    private static Row efficiency(int count, double seconds) {
        int waves = Math.ceilDiv(count, IN_FLIGHT) + 1;
        double ideal = waves * CALL.toMillis() / 1e3;
        return new Row(
                "pipeline of `run`, %,d tickets, both analyses, calls of 2 s, 100 in flight a stage".formatted(count),
                "efficiency %.3f (ideal %.0f s, measured %.1f s)".formatted(ideal / seconds, ideal, seconds));
    }

    private Row command(int count, StandIn models) throws IOException, InterruptedException {
        GeneratedTickets files = GeneratedTickets.write(folder, count);
        Map<String, String> environment = new HashMap<>(models.settings());
        environment.put("IN_FLIGHT", Integer.toString(IN_FLIGHT));
        try (CommandProcess command =
                CommandProcess.run(environment, files, PROVIDER, folder.resolve("model-" + count))) {
            long peak = command.usageAtEnd().peakResidentBytes();
            double seconds = command.elapsed().toMillis() / 1e3;
            return new Row(
                    "`run` of %,d tickets, the same calls, start to end".formatted(count),
                    "%.1f s (%.0f tickets/s), %d MB resident at most"
                            .formatted(seconds, count / seconds, peak / 1_000_000));
        }
    }
}
