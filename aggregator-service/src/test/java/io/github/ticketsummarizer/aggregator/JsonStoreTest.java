package io.github.ticketsummarizer.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JsonStoreTest {
    private final MemoryStore memory = new MemoryStore();
    private final KeyValueStore<String, byte[]> store = memory.store();
    private final AtomicInteger parsed = new AtomicInteger();
    private final StringDeserializer deserializer = new StringDeserializer();
    private final JsonStore<String> values = new JsonStore<>(
            store,
            Serdes.serdeFrom(new StringSerializer(), (topic, bytes) -> {
                parsed.incrementAndGet();
                return deserializer.deserialize(topic, bytes);
            }),
            1_000,
            10,
            key -> "unreadable");

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void whatWasJustWrittenIsNotParsedAgain() {
        values.put("78788", "first");
        values.put("78788", "second");

        assertThat(values.find("78788")).isEqualTo("second");
        assertThat(parsed).hasValue(0);
    }

    @Test
    void whatTheStoreHasCountsAndNotWhatWasWrittenHere() {
        values.put("78788", "written here");
        store.put("78788", "restored".getBytes(StandardCharsets.UTF_8));
        assertThat(values.find("78788")).isEqualTo("restored");

        values.put("78788", "written here");
        store.delete("78788");
        assertThat(values.find("78788")).isNull();
    }

    @Test
    void aValueIsThereHoweverManyCameAfterIt() {
        values.put("78788", "first");
        for (int i = 0; i < 10; i++) {
            values.put("other-" + i, "later");
        }

        assertThat(values.find("78788")).isEqualTo("first");
        assertThat(parsed).hasValue(1);
    }

    @Test
    void aValueThatIsTooLargeLeavesTheOneBefore() {
        values.put("78788", "small");

        assertThat(values.put("78788", "x".repeat(1_000))).isFalse();
        assertThat(values.find("78788")).isEqualTo("small");
    }
}
