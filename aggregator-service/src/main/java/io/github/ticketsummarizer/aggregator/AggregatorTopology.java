package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.streams.ChangelogConfig;
import io.github.ticketsummarizer.streams.JsonSerde;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The aggregator: parts of tickets in, one report per request out, and a summary per run.
 *
 * <p>Everything about a ticket has its id as key and all topics have the same number of partitions, so the parts of a
 * request meet in one task. What a request adds to its run goes through one topic keyed by run id, which Kafka Streams
 * makes with that same number of partitions, and meets the run's own record there.
 */
public final class AggregatorTopology {
    private final Topics topics;
    private final AggregatorSettings settings;
    private final Clock clock;
    private final ReportAssembler assembler;
    private final Tracing tracing;
    private final Json json = new Json();

    /** @param clock tells when parts came and reports were made; the timers run by the clock of Kafka Streams */
    public AggregatorTopology(Topics topics, AggregatorSettings settings, Clock clock, Tracing tracing) {
        this(topics, settings, clock, new ReportAssembler(settings.ticketDeadline()), tracing);
    }

    AggregatorTopology(
            Topics topics, AggregatorSettings settings, Clock clock, ReportAssembler assembler, Tracing tracing) {
        this.topics = topics;
        this.settings = settings;
        this.clock = clock;
        this.assembler = assembler;
        this.tracing = tracing;
    }

    /** The topology; it connects to nothing. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(store(OpenEntries.STORE));
        builder.addStateStore(ClosedRequests.store(settings.closedRequestsRetention()));
        builder.addStateStore(store(ReportTracing.STORE));
        builder.addStateStore(store(RunSummaryProcessor.STORE));
        builder.addStateStore(store(RunTracing.PHASES_STORE));
        builder.addStateStore(store(RunTracing.DUE_STORE));
        KStream<String, MergeOutput> merged = parts(builder)
                .process(
                        () -> new MergeProcessor(topics, settings, clock, json, assembler, tracing),
                        Named.as("merge"),
                        OpenEntries.STORE,
                        ClosedRequests.STORE,
                        ReportTracing.STORE);
        merged.flatMapValues(AggregatorTopology::reports, Named.as("reports"))
                .to(topics.merged().name(), producedBy(Serdes.ByteArray(), "merged-sink"));
        runSummaries(builder, merged);
        return builder.build();
    }

    private KStream<String, Part> parts(StreamsBuilder builder) {
        return parts(builder, topics.stageEvents(), Parts::of)
                .merge(parts(builder, topics.synthesized(), Parts::of), Named.as("with-synthesized"))
                .merge(parts(builder, topics.podResults(), Parts::of), Named.as("with-pod-results"))
                .merge(parts(builder, topics.diagnosticsResults(), Parts::of), Named.as("with-diag-results"))
                .merge(parts(builder, topics.ticketFailures(), Parts::of), Named.as("with-ticket-failures"));
    }

    private static <V> KStream<String, Part> parts(
            StreamsBuilder builder, Topic<V> topic, Function<V, List<Part>> toParts) {
        return records(builder, topic).flatMapValues(toParts::apply, Named.as(topic.name() + "-parts"));
    }

    private void runSummaries(StreamsBuilder builder, KStream<String, MergeOutput> merged) {
        KStream<String, RunContribution> ofTickets = merged.flatMapValues(
                        AggregatorTopology::contributions, Named.as("contributions"))
                .repartition(Repartitioned.<String, RunContribution>as("run-contributions")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(json, RunContribution.class)));
        records(builder, topics.runs())
                .mapValues(RunContribution::of, Named.as("runs-contributions"))
                .merge(ofTickets, Named.as("with-run-contributions"))
                .process(
                        () -> new RunSummaryProcessor(settings, clock, json, tracing),
                        Named.as("run-summary"),
                        RunSummaryProcessor.STORE,
                        RunTracing.PHASES_STORE,
                        RunTracing.DUE_STORE)
                .to(
                        topics.runSummaries().name(),
                        producedBy(topics.runSummaries().valueSerde(), "run-summaries-sink"));
    }

    /** The records of a topic; those without key or value tell nothing. */
    private static <V> KStream<String, V> records(StreamsBuilder builder, Topic<V> topic) {
        return builder.stream(
                        topic.name(),
                        Consumed.with(topic.keySerde(), topic.valueSerde()).withName(topic.name() + "-source"))
                .filter((key, value) -> key != null && value != null, Named.as(topic.name() + "-present"));
    }

    private static List<byte[]> reports(MergeOutput output) {
        return switch (output) {
            case MergeOutput.Report report -> List.of(report.json());
            case MergeOutput.Contribution contribution -> List.of();
        };
    }

    private static List<RunContribution> contributions(MergeOutput output) {
        return switch (output) {
            case MergeOutput.Report report -> List.of();
            case MergeOutput.Contribution contribution -> List.of(contribution.value());
        };
    }

    private static <V> Produced<String, V> producedBy(Serde<V> valueSerde, String name) {
        return Produced.with(Serdes.String(), valueSerde).withName(name);
    }

    private StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(ChangelogConfig.ofShortLivedEntries(settings.maxRecordBytes()));
    }
}
