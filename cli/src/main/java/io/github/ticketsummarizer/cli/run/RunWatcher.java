package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaFailures;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what the services say of one run: its reports from {@code merged}, its steps from {@code stage-events}, both
 * only as far as they are committed. It belongs to no group and leaves no trace on the cluster. Used by one thread.
 */
public final class RunWatcher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int POLL_RECORDS = 500;

    private final Consumer<String, byte[]> consumer;
    private final Topic<TicketReport> merged;
    private final Topic<StageEvent> stageEvents;
    private final String runId;
    private final String bootstrapServers;
    private final List<TopicPartition> partitions;

    /**
     * Finds the partitions of the two topics.
     *
     * @throws KafkaUnreachableException when nothing answers
     */
    public RunWatcher(KafkaSettings kafka, Topics topics, String runId) {
        this(consumer(kafka), topics, runId, kafka.bootstrapServers());
    }

    RunWatcher(Consumer<String, byte[]> consumer, Topics topics, String runId, String bootstrapServers) {
        this.consumer = consumer;
        this.merged = topics.merged();
        this.stageEvents = topics.stageEvents();
        this.runId = runId;
        this.bootstrapServers = bootstrapServers;
        this.partitions = answered(() -> partitionsOf(merged, stageEvents));
        consumer.assign(partitions);
    }

    /** Where the topics end now, by topic and partition. */
    Map<String, Long> ends() {
        Map<String, Long> ends = new HashMap<>();
        answered(() -> consumer.endOffsets(partitions))
                .forEach((partition, offset) -> ends.put(partition.toString(), offset));
        return ends;
    }

    /** Reads on from these positions, or from the end of a partition that ends before (another cluster, a new disk). */
    void startAt(Map<String, Long> positions) {
        Map<String, Long> ends = ends();
        partitions.forEach(partition -> {
            long end = ends.getOrDefault(partition.toString(), 0L);
            consumer.seek(partition, Math.min(positions.getOrDefault(partition.toString(), 0L), end));
        });
    }

    /** Reads on from the first record of that time or later. */
    public void startAt(Instant time) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = answered(() -> consumer.offsetsForTimes(times));
        Map<TopicPartition, Long> ends = answered(() -> consumer.endOffsets(partitions));
        partitions.forEach(partition -> {
            OffsetAndTimestamp first = found.get(partition);
            consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
        });
    }

    /** Whether everything before these ends was read. */
    boolean hasReached(Map<String, Long> ends) {
        return partitions.stream()
                .allMatch(partition ->
                        answered(() -> consumer.position(partition)) >= ends.getOrDefault(partition.toString(), 0L));
    }

    /** Whether the cluster answers at all; asks it, for at most the given time. */
    public boolean isAnswering(Duration patience) {
        try {
            consumer.endOffsets(partitions, patience);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ApiException e) {
            throw KafkaFailures.of(bootstrapServers, e);
        }
    }

    /**
     * Passes on what there is of the run, waiting for it up to the given time.
     *
     * @return whether anything came, of this run or another
     * @throws org.apache.kafka.common.errors.SerializationException when a record of the run cannot be read
     */
    public boolean poll(Duration timeout, RunListener listener) throws IOException {
        ConsumerRecords<String, byte[]> records = answered(() -> consumer.poll(timeout));
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.topic().equals(stageEvents.name())) {
                StageEvent event = read(stageEvents, record);
                if (runId.equals(event.runId())) {
                    listener.onEvent(event);
                }
            } else if (runId.equals(HeaderText.of(record.headers(), HeaderNames.RUN_ID))) {
                listener.onReport(read(merged, record));
            }
        }
        return !records.isEmpty();
    }

    @Override
    public void close() {
        // Belonging to no group it has nobody to take leave of; otherwise it would wait for what it asked last.
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private static <V> V read(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        return topic.valueSerde().deserializer().deserialize(record.topic(), record.value());
    }

    private List<TopicPartition> partitionsOf(Topic<?>... topics) {
        return Arrays.stream(topics)
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (ApiException e) {
            throw KafkaFailures.of(bootstrapServers, e);
        }
    }

    /** A consumer of committed records that belongs to no group. */
    static Consumer<String, byte[]> consumer(KafkaSettings kafka) {
        return KafkaFailures.made(
                kafka, () -> new KafkaConsumer<>(config(kafka), new StringDeserializer(), new ByteArrayDeserializer()));
    }

    private static Map<String, Object> config(KafkaSettings kafka) {
        Map<String, Object> config = new HashMap<>(kafka.common());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Where the start was deleted meanwhile, the oldest record that is left is the next one.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, kafka.maxRequestBytes());
        return config;
    }
}
