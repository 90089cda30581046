package io.github.ticketsummarizer.benchmarks.pipeline;

import io.github.ticketsummarizer.benchmarks.Cluster;
import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import io.github.ticketsummarizer.benchmarks.Machine;
import io.github.ticketsummarizer.benchmarks.OutputCounter;
import io.github.ticketsummarizer.benchmarks.Row;
import io.github.ticketsummarizer.benchmarks.Submissions;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.runtime.ServiceSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Tickets per second through the broker and the five services in one JVM, both analyses, when no call takes any time:
 * what the pipeline itself costs. One stream thread a service, as {@code run} has it.
 */
public final class PipelineBenchmark {
    private static final int WARM_UP = 1_000;
    private static final int TICKETS = 10_000;

    private final Path folder;

    /** What runs meanwhile. */
    private record Services(List<StreamsRunner> runners) implements AutoCloseable {
        @Override
        public void close() {
            runners.forEach(StreamsRunner::close);
        }
    }

    /** @param folder for tickets and the broker's data */
    public PipelineBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Measures from the first submission to the last committed report. */
    public List<Row> run() throws IOException {
        GeneratedTickets files = GeneratedTickets.write(folder, WARM_UP + TICKETS);
        Settings settings = new Settings(
                Map.of("TICKET_SOURCE", "file", "TICKET_PATH", files.tickets().toString()));
        try (Cluster cluster = new Cluster(folder.resolve("pipeline-broker"));
                OutputCounter reports =
                        new OutputCounter(cluster.kafka(), cluster.topics().merged());
                Services _ = start(settings, cluster)) {
            Submissions submissions = new Submissions(cluster.kafka(), cluster.topics(), "offline");
            submissions.send(0, WARM_UP);
            reports.await(WARM_UP);
            long from = System.nanoTime();
            Duration before = Machine.cpu();
            submissions.send(WARM_UP, TICKETS);
            double seconds = (reports.await(WARM_UP + TICKETS) - from) / 1e9;
            return List.of(new Row(
                    "pipeline in one JVM, %,d tickets, both analyses, calls of 0 ms".formatted(TICKETS),
                    "%.0f tickets/s (%.1f s), %.1f ms of processor time a ticket"
                            .formatted(
                                    TICKETS / seconds,
                                    seconds,
                                    Machine.cpu().minus(before).toNanos() / 1e6 / TICKETS)));
        }
    }

    private Services start(Settings settings, Cluster cluster) {
        List<StreamsRunner> runners = new InstantServices(settings, cluster.topics())
                .all().stream().map(service -> runner(service, cluster)).toList();
        runners.forEach(StreamsRunner::start);
        return new Services(runners);
    }

    private StreamsRunner runner(ServiceDefinition service, Cluster cluster) {
        ServiceSettings settings =
                new ServiceSettings("benchmark", folder.resolve("pipeline-state"), 1, 0, Duration.ofSeconds(1));
        return new StreamsRunner(service, settings, cluster.kafka(), cluster.topics());
    }
}
