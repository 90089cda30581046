package io.github.ticketsummarizer.streams.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;

/** The configuration of Kafka Streams: exactly-once, quick take-over after a kill, one limit on the size of records. */
final class StreamsProperties {
    /** A killed instance's partitions go to others after this, and its open transaction blocks readers as long. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(10);

    /**
     * Records that an added instance may have to read before it works. Kafka Streams would have it read first, two partitions
     * in ten minutes, as soon as a changelog has seen 10,000 records, however few are left of them.
     */
    private static final long ANY_RECOVERY_LAG = Long.MAX_VALUE;

    private StreamsProperties() {}

    static Properties of(
            ServiceDefinition service, ServiceSettings settings, KafkaSettings kafka, UnreadableRecords unreadable) {
        Properties properties = new Properties();
        properties.putAll(kafka.common());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, service.applicationId());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.streamThreads());
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateFolder().toAbsolutePath().toString());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, ANY_RECOVERY_LAG);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(
                StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, UsePartitionTimeOnInvalidTimestamp.class);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecordHandler.class);
        properties.put(UnreadableRecordHandler.RECORDS_CONFIG, unreadable);
        consumer(properties, settings, kafka);
        producer(properties, kafka);
        return properties;
    }

    private static void consumer(Properties properties, ServiceSettings settings, KafkaSettings kafka) {
        int limit = kafka.maxRequestBytes();
        Map.of(
                        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                        settings.instanceId(),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        (int) TAKE_OVER.toMillis(),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        500,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        1024 * 1024,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        limit)
                .forEach((name, value) -> properties.put(StreamsConfig.mainConsumerPrefix(name), value));
    }

    private static void producer(Properties properties, KafkaSettings kafka) {
        int limit = kafka.maxRequestBytes();
        Map.of(
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        (int) TAKE_OVER.toMillis(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        limit,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        Math.max(32 * 1024 * 1024, 2 * limit))
                .forEach((name, value) -> properties.put(StreamsConfig.producerPrefix(name), value));
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Integer.toString(limit));
    }
}
