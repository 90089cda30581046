package io.github.ticketsummarizer.benchmarks.stage;

import io.github.ticketsummarizer.benchmarks.Cluster;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.runtime.ServiceSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import io.github.ticketsummarizer.streams.stage.AsyncStage;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import io.github.ticketsummarizer.streams.stage.RecordLimit;
import io.github.ticketsummarizer.streams.stage.StageDefinition;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.streams.stage.StageSettings;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;

/** The stage that every calling service uses, with two stream threads. */
final class AsyncStageContestant implements Contestant {
    private static final int STREAM_THREADS = 2;

    @Override
    public String name() {
        return "asynchronous stage";
    }

    @Override
    public AutoCloseable start(Cluster cluster, StageWork work, int inFlight, Path folder) {
        StageRuntime runtime = new StageRuntime(new StageSettings(
                inFlight,
                Duration.ofMinutes(2),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1_000,
                RecordLimit.DEFAULT_BYTES));
        ServiceDefinition service = new ServiceDefinition(
                "benchmark",
                Stage.SYNTHESIS,
                topology(cluster.topics(), work, runtime),
                List.of(),
                runtime,
                Tracing.none());
        ServiceSettings settings = new ServiceSettings("benchmark", folder, STREAM_THREADS, 0, Duration.ofSeconds(1));
        StreamsRunner runner = new StreamsRunner(service, settings, cluster.kafka(), cluster.topics());
        runner.start();
        return runner;
    }

    private static Topology topology(Topics topics, StageWork work, StageRuntime runtime) {
        StageDefinition<RawTicket, SynthesizedTicket> definition = new StageDefinition<>(
                Stage.SYNTHESIS,
                topics.rawTickets().name(),
                topics.rawTickets().valueSerde(),
                topics.synthesized(),
                request -> true,
                raw -> raw.ticket().header(),
                (raw, attempt) -> new CallOutcome.Success<>(work.call(raw)));
        Topology topology = new Topology();
        topology.addSource(
                "tickets",
                new StringDeserializer(),
                topics.rawTickets().valueSerde().deserializer(),
                topics.rawTickets().name());
        new AsyncStage<>(definition, runtime, topics).addTo(topology, "tickets");
        return topology;
    }
}
