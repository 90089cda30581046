package io.github.ticketsummarizer.benchmarks.pipeline;

import io.github.ticketsummarizer.benchmarks.Cluster;
import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import io.github.ticketsummarizer.benchmarks.OutputCounter;
import io.github.ticketsummarizer.benchmarks.Row;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.runtime.ServiceSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

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
                        new OutputCounter(cluster, cluster.topics().merged());
                Services _ = start(settings, cluster)) {
            submit(cluster, 0, WARM_UP);
            reports.await(WARM_UP);
            long from = System.nanoTime();
            submit(cluster, WARM_UP, TICKETS);
            double seconds = (reports.await(WARM_UP + TICKETS) - from) / 1e9;
            return List.of(new Row(
                    "pipeline in one JVM, %,d tickets, both analyses, calls of 0 ms".formatted(TICKETS),
                    "%.0f tickets/s (%.1f s)".formatted(TICKETS / seconds, seconds)));
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

    private static void submit(Cluster cluster, int first, int count) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(cluster.kafka().common(), new StringSerializer(), new StringSerializer())) {
            for (int i = first; i < first + count; i++) {
                String id = GeneratedTickets.id(i);
                String request = "{\"ticket_id\":\"%s\",\"analysis_type\":\"both\",\"model_provider\":\"offline\"}";
                var _ = producer.send(
                        new ProducerRecord<>(cluster.topics().ticketIds().name(), id, request.formatted(id)));
            }
        }
    }
}
