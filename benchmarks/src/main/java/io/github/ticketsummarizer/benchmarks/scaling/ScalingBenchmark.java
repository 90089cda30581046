package io.github.ticketsummarizer.benchmarks.scaling;

import io.github.ticketsummarizer.benchmarks.Machine;
import io.github.ticketsummarizer.benchmarks.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Tickets per second with one, two and three instances of each service, when calls to models are what they wait for. Each
 * instance more gets as many tickets more, so that filling and emptying the pipeline takes the same part of each row.
 */
public final class ScalingBenchmark {
    private static final Duration CALL = Duration.ofSeconds(4);
    private static final int IN_FLIGHT = 8;
    private static final int MOST_INSTANCES = 3;
    private static final int WARM_UP = 3 * IN_FLIGHT;
    private static final int TICKETS = 9 * IN_FLIGHT;

    private final Path folder;

    /** What one number of instances did. */
    private record Measured(double ticketsPerSecond, double seconds, double cores) {}

    /** @param folder for data and logs */
    public ScalingBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Measures from the first request to the last committed report, in processes that are warm. */
    public List<Row> run() throws IOException, InterruptedException, ExecutionException {
        int tickets = (WARM_UP + TICKETS) * MOST_INSTANCES * (MOST_INSTANCES + 1) / 2;
        List<Row> rows = new ArrayList<>();
        try (Deployment deployment = new Deployment(folder.resolve("scaling"), CALL, IN_FLIGHT, tickets)) {
            double one = 0;
            for (int count = 1; count <= MOST_INSTANCES; count++) {
                deployment.instances().start("instance-" + count);
                deployment.awaitShares();
                deployment.work(count * WARM_UP);
                Measured measured = measure(deployment, count * TICKETS);
                one = count == 1 ? measured.ticketsPerSecond() : one;
                rows.add(row(count, measured, one));
            }
        }
        return rows;
    }

    private static Measured measure(Deployment deployment, int tickets) throws InterruptedException {
        Duration before = deployment.instances().cpu().plus(Machine.cpu());
        long from = System.nanoTime();
        deployment.work(tickets);
        double seconds = (System.nanoTime() - from) / 1e9;
        Duration cpu = deployment.instances().cpu().plus(Machine.cpu()).minus(before);
        return new Measured(tickets / seconds, seconds, cpu.toMillis() / 1e3 / seconds);
    }

    private static Row row(int count, Measured measured, double one) {
        return new Row(
                "%d instance%s of each service, %d tickets each, calls of %d s, %d in flight"
                        .formatted(count, count == 1 ? "" : "s", TICKETS, CALL.toSeconds(), IN_FLIGHT),
                "%.2f tickets/s, %.2f times one (%.1f s; %.2f cores with the broker)"
                        .formatted(
                                measured.ticketsPerSecond(),
                                measured.ticketsPerSecond() / one,
                                measured.seconds(),
                                measured.cores()));
    }
}
