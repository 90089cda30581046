package io.github.ticketsummarizer.benchmarks.scaling;

import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** When each ticket's report came, committed; read by a thread of its own, from the start of the topic. */
final class Reports implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(20);

    private final Map<String, Object> config;
    private final Topic<TicketReport> topic;
    private final Map<String, Long> arrivedNanos = new ConcurrentHashMap<>();
    private final AtomicReference<String> fault = new AtomicReference<>();
    private final Thread reader;
    private volatile boolean closed;

    Reports(KafkaSettings kafka, Topic<TicketReport> topic) {
        this.topic = topic;
        this.config = kafka.common();
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        this.reader = Thread.ofPlatform().daemon().name("reports").start(this::read);
    }

    /**
     * Waits until so many tickets have their report, counted from the start.
     *
     * @throws IllegalStateException when a report is not a success, one ticket has two, or some have none for three minutes
     */
    void await(int expected) throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (arrivedNanos.size() < expected) {
            Thread.sleep(LOOK_INTERVAL);
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("%d of %d reports came".formatted(arrivedNanos.size(), expected));
            }
            requireNoFault();
        }
    }

    /** @throws IllegalStateException when a report that came so far is not a success, or its ticket's second */
    void requireNoFault() {
        if (fault.get() != null) {
            throw new IllegalStateException(fault.get());
        }
    }

    /** When each came, by {@link System#nanoTime}. */
    Map<String, Long> arrivedNanos() {
        return Map.copyOf(arrivedNanos);
    }

    private void read() {
        try (KafkaConsumer<String, TicketReport> consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<String, TicketReport> report) {
        if (report.value().reportStatus() != ReportStatus.SUCCESS) {
            fault.set("ticket %s: %s".formatted(report.key(), report.value().errors()));
        }
        if (arrivedNanos.put(report.key(), System.nanoTime()) != null) {
            fault.set("ticket %s came twice".formatted(report.key()));
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        reader.join();
    }
}
