package io.github.ticketsummarizer.testing;

import io.github.ticketsummarizer.streams.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic from its beginning, committed records only; a value that cannot be read is null. For Awaitility: ask for
 * {@link #records()} again and again.
 */
public final class TopicReader<V> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, V> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<String, V>> records = new ArrayList<>();

    /** The topic must be there already. */
    public TopicReader(String bootstrapServers, Topic<V> topic) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        consumer = new KafkaConsumer<>(
                config,
                topic.keySerde().deserializer(),
                lenient(topic.valueSerde().deserializer()));
        partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All that is committed by now, those returned earlier first; within a partition in its order. */
    public synchronized List<ConsumerRecord<String, V>> records() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return List.copyOf(records);
    }

    /** The values of {@link #records()} that could be read. */
    public List<V> values() {
        return records().stream()
                .map(ConsumerRecord::value)
                .filter(Objects::nonNull)
                .toList();
    }

    private static <V> Deserializer<@Nullable V> lenient(Deserializer<V> deserializer) {
        return (topic, bytes) -> {
            try {
                return deserializer.deserialize(topic, bytes);
            } catch (SerializationException unreadable) {
                return null;
            }
        };
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
