package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.TicketRecord;
import io.github.ticketsummarizer.streams.ChangelogConfig;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The durable asynchronous stage as a part of a topology: the processor, its pending store, and the sinks for outputs,
 * failures and events. See the package's documentation for what it guarantees.
 */
public final class AsyncStage<I extends TicketRecord, O> {
    /** The name of the store that holds what is not answered yet. */
    public static final String PENDING_STORE = "pending";

    /** Room that the changelog has above the record limit, for what an entry adds to its record. */
    public static final int CHANGELOG_HEADROOM_BYTES = 64 * 1024;

    private final StageDefinition<I, O> definition;
    private final StageRuntime runtime;
    private final Topics topics;

    /** Whether the store's changelog takes the entry; a larger record would be fatal to the transaction. */
    static boolean isWithinChangelog(PendingEntry entry, StageSettings settings) {
        byte[] value;
        try (PendingEntrySerde serde = new PendingEntrySerde()) {
            value = serde.serializer().serialize(PENDING_STORE, entry);
        }
        return RecordLimit.sizeOf(value, new RecordHeaders()) <= settings.maxRecordBytes() + CHANGELOG_HEADROOM_BYTES;
    }

    /** The runtime is shared by all tasks of the instance. */
    public AsyncStage(StageDefinition<I, O> definition, StageRuntime runtime, Topics topics) {
        this.definition = definition;
        this.runtime = runtime;
        this.topics = topics;
    }

    /** The name of the stage's processor, for a parent that forwards to it among other children. */
    public String processorName() {
        return definition.stage().wireName() + "-calls";
    }

    /** A topology that is nothing but the stage, reading a topic. */
    public Topology topology(Topic<I> input) {
        Topology topology = new Topology();
        topology.addSource(
                input.name(), new StringDeserializer(), input.valueSerde().deserializer(), input.name());
        addTo(topology, input.name());
        return topology;
    }

    /**
     * Adds the stage below a node that forwards its input.
     *
     * @param alsoWriting nodes that write failures and events as well, by forwarding to the children of these topics'
     *     names
     */
    public void addTo(Topology topology, String parent, String... alsoWriting) {
        String processor = processorName();
        StageSinks sinks = new StageSinks(definition.output().name(), topics.ticketFailures(), topics.stageEvents());
        String[] writers = Arrays.copyOf(alsoWriting, alsoWriting.length + 1);
        writers[alsoWriting.length] = processor;
        topology.addProcessor(processor, () -> new AsyncStageProcessor<>(definition, runtime, sinks), parent)
                .addStateStore(pendingStore(), processor);
        addSink(topology, sinks.output(), processor);
        addSink(topology, sinks.failures().name(), writers);
        addSink(topology, sinks.events().name(), writers);
    }

    private static void addSink(Topology topology, String topic, String... parents) {
        topology.addSink(topic, topic, new StringSerializer(), new ByteArraySerializer(), parents);
    }

    private StoreBuilder<KeyValueStore<Long, PendingEntry>> pendingStore() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PENDING_STORE), Serdes.Long(), new PendingEntrySerde())
                .withLoggingEnabled(ChangelogConfig.ofShortLivedEntries(
                        runtime.settings().maxRecordBytes() + CHANGELOG_HEADROOM_BYTES));
    }
}
