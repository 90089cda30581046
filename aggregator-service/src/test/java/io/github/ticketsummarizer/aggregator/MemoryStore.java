package io.github.ticketsummarizer.aggregator;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** An open store of bytes as the aggregator's topology has them, without a changelog. */
final class MemoryStore implements AutoCloseable {
    private final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("store"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();

    MemoryStore() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
    }

    KeyValueStore<String, byte[]> store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}
