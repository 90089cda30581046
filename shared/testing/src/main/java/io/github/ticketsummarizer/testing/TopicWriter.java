package io.github.ticketsummarizer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ticketsummarizer.streams.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes to a topic, a record at a time. */
public final class TopicWriter<V> implements AutoCloseable {
    private static final int MAX_REQUEST_BYTES = 32 * 1024 * 1024;

    private final String topicName;
    private final KafkaProducer<String, V> producer;

    /** Takes records of any size, so that it is the broker that refuses one. */
    public TopicWriter(String bootstrapServers, Topic<V> topic) {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_REQUEST_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                (long) MAX_REQUEST_BYTES);
        topicName = topic.name();
        producer = new KafkaProducer<>(
                config, topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    /** Returns once the broker has the record; throws what Kafka says when it does not take it. */
    public RecordMetadata send(@Nullable String key, @Nullable V value, Map<String, String> headers)
            throws ExecutionException, InterruptedException {
        ProducerRecord<String, V> record = new ProducerRecord<>(topicName, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return producer.send(record).get();
    }

    /** A record without headers. */
    public RecordMetadata send(@Nullable String key, @Nullable V value)
            throws ExecutionException, InterruptedException {
        return send(key, value, Map.of());
    }

    @Override
    public void close() {
        producer.close();
    }
}
