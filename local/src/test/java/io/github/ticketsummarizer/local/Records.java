package io.github.ticketsummarizer.local;

import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows a topic from its beginning and keeps the value of every committed record that can be read. */
final class Records<V> implements AutoCloseable {
    private final Topic<V> topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<V> seen = new ArrayList<>();

    Records(KafkaSettings kafka, Topic<V> topic) {
        this.topic = topic;
        Map<String, Object> config = kafka.common();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The values of all records that are there now. */
    List<V> values() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> keep(record.value()));
        }
        return List.copyOf(seen);
    }

    private void keep(byte[] value) {
        try {
            seen.add(topic.valueSerde().deserializer().deserialize(topic.name(), value));
        } catch (SerializationException unreadable) {
            // Some tests write what nobody can read.
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
