package io.github.ticketsummarizer.benchmarks.stage;

import io.github.ticketsummarizer.benchmarks.Cluster;
import io.github.ticketsummarizer.benchmarks.OutputCounter;
import io.github.ticketsummarizer.benchmarks.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * 4,096 calls of one second on average, 256 at once: sixteen seconds for workers that never wait. Efficiency is that
 * ideal divided by the time from the first call's start to the last committed output, as a consumer sees it. Both
 * contestants run in the same JVM, each on a broker of its own, after a warm-up of short calls.
 */
public final class StageBenchmark {
    private static final int RECORDS = 4_096;
    private static final int IN_FLIGHT = 256;
    private static final Duration CALL = Duration.ofSeconds(1);

    private final Path folder;

    /** @param folder for the brokers' data */
    public StageBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Runs both contestants with both kinds of durations. */
    public List<Row> run() throws Exception {
        List<Contestant> contestants = List.of(new AsyncStageContestant(), HandWrittenLoop.contestant());
        for (Contestant contestant : contestants) {
            measure(contestant, CallDurations.constant(RECORDS, Duration.ofMillis(10)));
        }
        List<Row> rows = new ArrayList<>();
        for (CallDurations durations :
                List.of(CallDurations.constant(RECORDS, CALL), CallDurations.logNormal(RECORDS, CALL))) {
            for (Contestant contestant : contestants) {
                rows.add(row(contestant, durations, measure(contestant, durations)));
            }
        }
        return rows;
    }

    private Duration measure(Contestant contestant, CallDurations durations) throws Exception {
        Path runFolder = Files.createTempDirectory(folder, "stage");
        StageWork work = new StageWork(durations);
        try (Cluster cluster = new Cluster(runFolder.resolve("broker"))) {
            work.submit(cluster);
            try (OutputCounter outputs =
                            new OutputCounter(cluster.kafka(), cluster.topics().synthesized());
                    AutoCloseable _ = contestant.start(cluster, work, IN_FLIGHT, runFolder.resolve("state"))) {
                return Duration.ofNanos(outputs.await(RECORDS) - work.firstCallNanos());
            }
        }
    }

    private static Row row(Contestant contestant, CallDurations durations, Duration measured) {
        double ideal = durations.ideal(IN_FLIGHT).toNanos() / 1e9;
        double seconds = measured.toNanos() / 1e9;
        return new Row(
                "%s, 4,096 calls of 1 s (%s), 256 in flight".formatted(contestant.name(), durations.description()),
                "efficiency %.3f (ideal %.1f s, measured %.1f s)".formatted(ideal / seconds, ideal, seconds));
    }
}
