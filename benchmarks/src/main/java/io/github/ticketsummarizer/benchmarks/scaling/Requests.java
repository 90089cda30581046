package io.github.ticketsummarizer.benchmarks.scaling;

import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Asks for both analyses of made-up tickets, one after another, and keeps when. The tickets are spread evenly over the
 * partitions, as they are by themselves where there are many. Used by one thread.
 */
final class Requests implements AutoCloseable {
    private final KafkaProducer<String, String> producer;
    private final String topic;
    private final String modelProvider;
    private final Map<String, Long> sentNanos = new ConcurrentHashMap<>();
    private final Iterator<String> ids;

    /**
     * @param tickets that Zendesk has; not all of them are asked for
     * @param partitions of every topic
     */
    Requests(KafkaSettings kafka, Topics topics, String modelProvider, int tickets, int partitions) {
        this.ids = evenly(tickets, partitions).iterator();
        this.producer = new KafkaProducer<>(kafka.common(), new StringSerializer(), new StringSerializer());
        this.topic = topics.ticketIds().name();
        this.modelProvider = modelProvider;
    }

    /** Sends so many at once. */
    void send(int count) {
        for (int i = 0; i < count; i++) {
            sendNext();
        }
        producer.flush();
    }

    /** Sends one at each interval, for so long. */
    void send(Duration interval, Duration time) throws InterruptedException {
        long start = System.nanoTime();
        for (long due = 0; due < time.toNanos(); due += interval.toNanos()) {
            Thread.sleep(Duration.ofNanos(Math.max(0, start + due - System.nanoTime())));
            sendNext();
        }
    }

    /** How many were sent. */
    int count() {
        return sentNanos.size();
    }

    /** When each ticket was sent, by {@link System#nanoTime}. */
    Map<String, Long> sentNanos() {
        return Map.copyOf(sentNanos);
    }

    /** One of each partition in turn, as long as all have one. */
    private static List<String> evenly(int tickets, int partitions) {
        Map<Integer, List<String>> byPartition = LongStream.range(0, tickets)
                .mapToObj(number -> Long.toString(MadeUpTickets.FIRST_ID + number))
                .collect(Collectors.groupingBy(
                        id -> BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), partitions)));
        int rounds = byPartition.values().stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, rounds)
                .boxed()
                .flatMap(round -> byPartition.values().stream().map(ids -> ids.get(round)))
                .toList();
    }

    private void sendNext() {
        String id = ids.next();
        String request = "{\"ticket_id\":\"%s\",\"analysis_type\":\"both\",\"model_provider\":\"%s\"}"
                .formatted(id, modelProvider);
        sentNanos.put(id, System.nanoTime());
        var _ = producer.send(new ProducerRecord<>(topic, id, request));
    }

    @Override
    public void close() {
        producer.close();
    }
}
