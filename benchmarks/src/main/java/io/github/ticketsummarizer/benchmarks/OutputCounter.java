package io.github.ticketsummarizer.benchmarks;

import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Waits for one committed record per ticket. Used by one thread. */
public final class OutputCounter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> seen = new HashSet<>();

    /** Reads the topic from its start. */
    public OutputCounter(KafkaSettings kafka, Topic<?> topic) {
        Map<String, Object> config = kafka.common();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "counter");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic.name()));
    }

    /**
     * Answers when the last of so many tickets came, counted from the start, by {@link System#nanoTime}.
     *
     * @throws IllegalStateException when a ticket comes twice, or some do not come within three minutes
     */
    public long await(int expected) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (seen.size() < expected && System.nanoTime() < giveUpAt) {
            for (ConsumerRecord<String, byte[]> output : consumer.poll(Duration.ofMillis(100))) {
                if (!seen.add(output.key())) {
                    throw new IllegalStateException("ticket %s came twice".formatted(output.key()));
                }
            }
        }
        if (seen.size() < expected) {
            throw new IllegalStateException("%d of %d records came".formatted(seen.size(), expected));
        }
        return System.nanoTime();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
