package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.streams.JsonSerde;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A pending entry as bytes: version, attempts, due and receipt times, then key, value and headers, each with its length;
 * in version 2 also the calls to a model, as JSON; then the timeline, which older instances leave unread. Binary, since the value may be megabytes and is kept as it is. An entry
 * without calls is written as version 1, which older instances of a rolling update can read.
 */
final class PendingEntrySerde implements Serde<PendingEntry> {
    private static final byte WITHOUT_CALLS = 1;
    private static final byte WITH_CALLS = 2;
    private static final int NO_VALUE = -1;
    private static final int FIXED_BYTES = 1 + Integer.BYTES + 2 * Long.BYTES;

    private final JsonSerde<ModelCall[]> calls = new JsonSerde<>(new Json(), ModelCall[].class);

    @Override
    public Serializer<PendingEntry> serializer() {
        return (topic, entry) -> entry == null ? null : write(entry);
    }

    @Override
    public Deserializer<PendingEntry> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(ByteBuffer.wrap(bytes));
    }

    private byte[] write(PendingEntry entry) {
        byte[] json = entry.calls().isEmpty()
                ? null
                : calls.serializer().serialize("", entry.calls().toArray(ModelCall[]::new));
        byte[] key = entry.key().getBytes(StandardCharsets.UTF_8);
        Header[] headers = entry.headers().toArray();
        int size = FIXED_BYTES + Integer.BYTES + key.length + Integer.BYTES + entry.value().length + Integer.BYTES;
        size += json == null ? 0 : Integer.BYTES + json.length;
        byte[] timeline = timeline(entry);
        size += timeline.length;
        byte[][] names = new byte[headers.length][];
        for (int i = 0; i < headers.length; i++) {
            names[i] = headers[i].key().getBytes(StandardCharsets.UTF_8);
            size += 2 * Integer.BYTES + names[i].length + (headers[i].value() == null ? 0 : headers[i].value().length);
        }
        ByteBuffer buffer = ByteBuffer.allocate(size)
                .put(json == null ? WITHOUT_CALLS : WITH_CALLS)
                .putInt(entry.attempts())
                .putLong(entry.dueAt())
                .putLong(entry.receivedAt());
        put(buffer, key);
        put(buffer, entry.value());
        buffer.putInt(headers.length);
        for (int i = 0; i < headers.length; i++) {
            put(buffer, names[i]);
            if (headers[i].value() == null) {
                buffer.putInt(NO_VALUE);
            } else {
                put(buffer, headers[i].value());
            }
        }
        if (json != null) {
            put(buffer, json);
        }
        return buffer.put(timeline).array();
    }

    private static byte[] timeline(PendingEntry entry) {
        if (entry.timeline().equals(Timeline.since(entry.receivedAt()))) {
            return new byte[0];
        }
        byte[] milestones = MilestoneBytes.write(entry.timeline().milestones());
        return ByteBuffer.allocate(Long.BYTES + milestones.length)
                .putLong(entry.timeline().sentAt())
                .put(milestones)
                .array();
    }

    private static void put(ByteBuffer buffer, byte[] bytes) {
        buffer.putInt(bytes.length).put(bytes);
    }

    private PendingEntry read(ByteBuffer buffer) {
        byte version = buffer.get();
        if (version != WITHOUT_CALLS && version != WITH_CALLS) {
            throw new SerializationException("pending entry of unknown version " + version);
        }
        int attempts = buffer.getInt();
        long dueAt = buffer.getLong();
        long receivedAt = buffer.getLong();
        String key = new String(take(buffer, buffer.getInt()), StandardCharsets.UTF_8);
        byte[] value = take(buffer, buffer.getInt());
        Headers headers = readHeaders(buffer);
        List<ModelCall> made = version == WITH_CALLS
                ? List.of(calls.deserializer().deserialize("", take(buffer, buffer.getInt())))
                : List.of();
        Timeline timeline = buffer.hasRemaining()
                ? new Timeline(buffer.getLong(), MilestoneBytes.read(buffer))
                : Timeline.since(receivedAt);
        return new PendingEntry(attempts, dueAt, receivedAt, key, value, headers, made, timeline);
    }

    private static Headers readHeaders(ByteBuffer buffer) {
        Headers headers = new RecordHeaders();
        int count = buffer.getInt();
        for (int i = 0; i < count; i++) {
            String name = new String(take(buffer, buffer.getInt()), StandardCharsets.UTF_8);
            int length = buffer.getInt();
            headers.add(name, length == NO_VALUE ? null : take(buffer, length));
        }
        return headers;
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }
}
