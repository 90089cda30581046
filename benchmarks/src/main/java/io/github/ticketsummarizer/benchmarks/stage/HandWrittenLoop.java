package io.github.ticketsummarizer.benchmarks.stage;

import io.github.ticketsummarizer.benchmarks.Cluster;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.streams.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What one would write without Kafka Streams: a consumer, a pool of threads, a transactional producer. Outputs and
 * offsets are committed in the order of the input, every 100 ms, so it is exactly-once as well. It has no retry, no
 * lanes and no deadlines, and after a kill it repeats every call behind the oldest unfinished one.
 */
final class HandWrittenLoop implements Runnable {
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

    private final StageWork work;
    private final int inFlight;
    private final Topics topics;
    private final KafkaConsumer<String, RawTicket> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final ExecutorService pool;
    private final Map<TopicPartition, Queue<Held>> held = new HashMap<>();
    private volatile boolean stopped;

    /** A record whose output is not committed yet. */
    private record Held(long offset, RawTicket input, Future<SynthesizedTicket> answer) {}

    HandWrittenLoop(Cluster cluster, StageWork work, int inFlight) {
        this.work = work;
        this.inFlight = inFlight;
        this.topics = cluster.topics();
        this.pool = Executors.newFixedThreadPool(inFlight);
        Map<String, Object> reading = cluster.kafka().common();
        reading.put(ConsumerConfig.GROUP_ID_CONFIG, "loop");
        reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(
                reading,
                new StringDeserializer(),
                topics.rawTickets().valueSerde().deserializer());
        Map<String, Object> writing = cluster.kafka().common();
        writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "loop");
        this.producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
    }

    /** As the other contestant sees it. */
    static Contestant contestant() {
        return new Contestant() {
            @Override
            public String name() {
                return "loop written by hand";
            }

            @Override
            public AutoCloseable start(Cluster cluster, StageWork work, int inFlight, Path folder) {
                HandWrittenLoop loop = new HandWrittenLoop(cluster, work, inFlight);
                Thread thread = Thread.ofPlatform().name("loop").start(loop);
                return () -> {
                    loop.stopped = true;
                    thread.join();
                };
            }
        };
    }

    @Override
    public void run() {
        try (consumer;
                producer;
                pool) {
            producer.initTransactions();
            consumer.subscribe(List.of(topics.rawTickets().name()));
            long commitAt = System.nanoTime();
            while (!stopped) {
                take();
                if (System.nanoTime() >= commitAt) {
                    commit();
                    commitAt = System.nanoTime() + COMMIT_INTERVAL.toNanos();
                }
            }
        }
    }

    private void take() {
        if (held.values().stream().mapToInt(Queue::size).sum() < 2 * inFlight) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        for (ConsumerRecord<String, RawTicket> record : consumer.poll(Duration.ofMillis(10))) {
            held.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), key -> new ArrayDeque<>())
                    .add(new Held(record.offset(), record.value(), pool.submit(() -> work.call(record.value()))));
        }
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        held.forEach((partition, queue) -> {
            for (Held next = queue.peek(); next != null && next.answer().isDone(); next = queue.peek()) {
                if (offsets.isEmpty()) {
                    producer.beginTransaction();
                }
                write(queue.remove());
                offsets.put(partition, new OffsetAndMetadata(next.offset() + 1));
            }
        });
        if (!offsets.isEmpty()) {
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            producer.commitTransaction();
        }
    }

    private void write(Held done) {
        String key = done.input().request().ticketId();
        try {
            write(
                    topics.synthesized().name(),
                    key,
                    topics.synthesized().valueSerde(),
                    done.answer().get());
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("a call failed", e);
        }
        for (StageEvent.State state : List.of(StageEvent.State.STARTED, StageEvent.State.FINISHED)) {
            StageEvent event = StageEvent.of(done.input().request(), Stage.SYNTHESIS, state, Instant.now());
            write(topics.stageEvents().name(), key, topics.stageEvents().valueSerde(), event);
        }
    }

    private <T> void write(String topic, String key, Serde<T> serde, T value) {
        var _ = producer.send(
                new ProducerRecord<>(topic, key, serde.serializer().serialize(topic, value)));
    }
}
