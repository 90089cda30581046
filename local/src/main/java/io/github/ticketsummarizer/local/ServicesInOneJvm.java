package io.github.ticketsummarizer.local;

import io.github.ticketsummarizer.llm.Analysis;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.runtime.ServiceSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** The five services beside each other, each with its own consumer group and transactions, on whatever Kafka there is. */
final class ServicesInOneJvm implements AutoCloseable {
    // One thread per service: five services share this machine's cores already.
    private static final int STREAM_THREADS = 1;
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(20);

    private final Topics topics;
    private final Analysis analysis;
    private final List<ServiceDefinition> definitions;
    private final List<StreamsRunner> runners = new CopyOnWriteArrayList<>();

    /**
     * Reads what the services decide by; needs no Kafka yet.
     *
     * @throws io.github.ticketsummarizer.model.SettingsException listing everything that is wrong with the settings
     */
    ServicesInOneJvm(
            Settings settings, Topics topics, Tracing tracing, BiFunction<Settings, Tracing, Analysis> analyses) {
        this.topics = topics;
        this.analysis = analyses.apply(settings, tracing);
        this.definitions = Arrays.stream(ServiceName.values())
                .map(service -> service.factory((any, one) -> analysis).define(settings, topics, tracing))
                .toList();
        settings.requireValid();
    }

    /** Makes the services ready to start; needs no topic yet. */
    void build(KafkaSettings kafka, Path stateFolder) {
        ServiceSettings settings = new ServiceSettings("embedded", stateFolder, STREAM_THREADS, 0, DRAIN_PATIENCE);
        definitions.parallelStream()
                .map(service -> new StreamsRunner(service, settings, kafka, topics))
                .forEachOrdered(runners::add);
    }

    /** Starts the services; they take up their partitions in the background. The topics have to be there. */
    void start() {
        runners.forEach(StreamsRunner::start);
    }

    /** What the services analyse with. */
    Analysis analysis() {
        return analysis;
    }

    /** The services that run. */
    List<StreamsRunner> runners() {
        return List.copyOf(runners);
    }

    /** What stopped a service; empty while all is well. */
    Optional<Throwable> fault() {
        return runners.stream().flatMap(runner -> runner.fault().stream()).findFirst();
    }

    /** Lets running calls end, and stops the services side by side. */
    @Override
    public void close() {
        List<Thread> closing = runners.stream()
                .map(runner ->
                        Thread.ofPlatform().name("close-" + runner.name()).start(runner::close))
                .toList();
        for (Thread thread : closing) {
            join(thread);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
