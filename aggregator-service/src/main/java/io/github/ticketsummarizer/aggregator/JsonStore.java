package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.streams.stage.RecordLimit;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Values by text in a store of bytes. Writing and measuring are one, since a value that its changelog does not take
 * would be fatal to the transaction. What was written a moment ago is not parsed again: the parts of a ticket come close
 * together, and a store in memory gives back the bytes that it was given.
 */
final class JsonStore<V> {
    private final KeyValueStore<String, byte[]> store;
    private final Serde<V> serde;
    private final int maxRecordBytes;
    private final int remembered;
    private final Function<String, V> instead;
    private final SequencedMap<String, Written<V>> written = new LinkedHashMap<>();

    /** A value and the very bytes that the store was given for it. */
    private record Written<V>(byte[] bytes, V value) {}

    /**
     * @param remembered how many of the values that were written last stay in memory; 0 where none is looked up
     * @param instead what stands for a kept value that this version cannot read any more, by its key
     */
    JsonStore(
            KeyValueStore<String, byte[]> store,
            Serde<V> serde,
            int maxRecordBytes,
            int remembered,
            Function<String, V> instead) {
        this.store = store;
        this.serde = serde;
        this.maxRecordBytes = maxRecordBytes;
        this.remembered = remembered;
        this.instead = instead;
    }

    /** The value of a key; null when there is none. */
    @SuppressWarnings("ReferenceEquality") // other bytes are read again, even if they say the same
    @Nullable
    V find(String key) {
        byte[] bytes = store.get(key);
        if (bytes == null) {
            return null;
        }
        Written<V> last = written.get(key);
        return last != null && last.bytes == bytes ? last.value : read(key, bytes);
    }

    /** Keeps the value, unless it is too large to be kept; then the store is as before, and the answer is false. */
    boolean put(String key, V value) {
        byte[] bytes = serde.serializer().serialize(store.name(), value);
        long size = RecordLimit.sizeOf(bytes, new RecordHeaders()) + key.getBytes(StandardCharsets.UTF_8).length;
        if (size > maxRecordBytes) {
            return false;
        }
        store.put(key, bytes);
        remember(key, new Written<>(bytes, value));
        return true;
    }

    private void remember(String key, Written<V> value) {
        written.put(key, value);
        if (written.size() > remembered) {
            written.pollFirstEntry();
        }
    }

    void delete(String key) {
        written.remove(key);
        store.delete(key);
    }

    void forEach(BiConsumer<String, V> action) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(kept -> action.accept(kept.key, read(kept.key, kept.value)));
        }
    }

    private V read(String key, byte[] bytes) {
        try {
            return serde.deserializer().deserialize(store.name(), bytes);
        } catch (SerializationException unreadable) {
            return instead.apply(key);
        }
    }
}
