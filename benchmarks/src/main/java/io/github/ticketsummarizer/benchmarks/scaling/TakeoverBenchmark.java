package io.github.ticketsummarizer.benchmarks.scaling;

import io.github.ticketsummarizer.benchmarks.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * What a steady flow of tickets sees when instances are killed, come back and are added. Three instances of each service
 * have room for far more, so that what is late waited for an instance. No ticket may be lost and none reported twice.
 */
public final class TakeoverBenchmark {
    private static final Duration CALL = Duration.ofSeconds(1);
    private static final int IN_FLIGHT = 16;
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final int WARM_UP = 96;
    private static final Duration STEP = Duration.ofSeconds(28);

    /** Longer than a transaction that was cut off, which could bring a second report yet. */
    private static final Duration LATE = Duration.ofSeconds(15);

    private final Path folder;

    /** Something that happens to the instances. */
    @FunctionalInterface
    private interface Event {
        void happen(Instances instances) throws IOException;
    }

    /** An event and how to call it. */
    private record Step(String name, Event event) {}

    /** @param folder for data and logs */
    public TakeoverBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Measures each event for half a minute. */
    public List<Row> run() throws IOException, InterruptedException, ExecutionException {
        List<Step> steps = steps();
        int tickets = WARM_UP + Math.toIntExact(STEP.multipliedBy(steps.size()).dividedBy(INTERVAL)) + 1;
        try (Deployment deployment = new Deployment(folder.resolve("takeover"), CALL, IN_FLIGHT, tickets)) {
            for (String name : List.of("a", "b", "c")) {
                deployment.instances().start(name);
            }
            deployment.awaitShares();
            deployment.work(WARM_UP);
            List<Long> times = play(deployment, steps);
            deployment.reports().await(deployment.requests().count());
            Thread.sleep(LATE);
            deployment.reports().requireNoFault();
            return rows(deployment, steps, times);
        }
    }

    private static List<Step> steps() {
        return List.of(
                new Step("nothing happens", instances -> {}),
                new Step("one of each service is killed and started again at once", instances -> {
                    instances.kill("a");
                    instances.start("a");
                }),
                new Step("one of each is killed and does not come back", instances -> instances.kill("b")),
                new Step("one of each is added", instances -> instances.start("d")));
    }

    /** Answers when each step began, and when the last one ended. */
    private static List<Long> play(Deployment deployment, List<Step> steps)
            throws IOException, InterruptedException, ExecutionException {
        List<Long> times = new ArrayList<>();
        for (Step step : steps) {
            times.add(System.nanoTime());
            step.event().happen(deployment.instances());
            deployment.requests().send(INTERVAL, STEP);
        }
        times.add(System.nanoTime());
        deployment.awaitShares();
        return times;
    }

    private static List<Row> rows(Deployment deployment, List<Step> steps, List<Long> times) {
        Map<String, Long> sent = deployment.requests().sentNanos();
        Map<String, Long> arrived = deployment.reports().arrivedNanos();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Flow flow = Flow.of(sent, arrived, times.get(i), times.get(i + 1));
            rows.add(new Row(
                    "4 tickets/s to 3 instances of each service, calls of 1 s; "
                            + steps.get(i).name(),
                    "longest gap between reports %.1f s; a ticket takes %.1f s, the slowest %.1f s"
                            .formatted(
                                    flow.longestGap().toMillis() / 1e3,
                                    flow.median().toMillis() / 1e3,
                                    flow.slowest().toMillis() / 1e3)));
        }
        rows.add(new Row("the same, lost and doubled", "0 and 0 of %,d".formatted(sent.size())));
        return rows;
    }
}
