package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.streams.stage.TaskLoad;
import io.github.ticketsummarizer.streams.stage.TaskLoads;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of a stream thread, with back-pressure: a partition whose task is full is paused, not blocked, so the
 * thread's other tasks go on. While calls run it polls briefly, so that their outcomes are taken soon; otherwise it
 * waits as long as Kafka Streams wants, which keeps an idle instance quiet.
 *
 * <p>Kafka Streams pauses and resumes partitions for its own reasons; its wishes are kept apart from ours. Used by one
 * thread, as every consumer.
 */
final class FlowControlledConsumer extends KafkaConsumer<byte[], byte[]> {
    private static final Duration BUSY_POLL = Duration.ofMillis(10);
    private static final Duration GOODBYE = Duration.ofMillis(50);

    private final TaskLoads loads;
    private final ThreadProgress progress;
    private final Set<TopicPartition> pausedByStreams = new HashSet<>();
    private final Set<TopicPartition> pausedByLoad = new HashSet<>();

    FlowControlledConsumer(Map<String, Object> config, TaskLoads loads, ThreadProgress progress) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.loads = loads;
        this.progress = progress;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        progress.polled();
        boolean busy = applyLoads();
        return super.poll(busy && timeout.compareTo(BUSY_POLL) > 0 ? BUSY_POLL : timeout);
    }

    @Override
    public void pause(Collection<TopicPartition> partitions) {
        pausedByStreams.addAll(partitions);
        super.pause(partitions);
    }

    @Override
    public void resume(Collection<TopicPartition> partitions) {
        pausedByStreams.removeAll(partitions);
        super.resume(partitions.stream()
                .filter(partition -> !pausedByLoad.contains(partition))
                .toList());
    }

    /**
     * As Kafka Streams closes it, but without waiting half a second for the answer to its last fetch: offsets go with the
     * transactions, and the membership outlives a restart.
     */
    @Override
    public void close(CloseOptions options) {
        progress.stopped();
        super.close(options.withTimeout(GOODBYE));
    }

    /** Pauses and resumes by what the tasks hold; answers whether any of them waits for outcomes. */
    private boolean applyLoads() {
        Set<TopicPartition> assigned = assignment();
        pausedByStreams.retainAll(assigned);
        pausedByLoad.retainAll(assigned);
        boolean busy = false;
        for (TopicPartition partition : assigned) {
            TaskLoad load = loads.of(partition);
            if (load != null) {
                apply(partition, load);
                busy |= load.isBusy();
            }
        }
        return busy;
    }

    private void apply(TopicPartition partition, TaskLoad load) {
        if (load.isFull() && pausedByLoad.add(partition)) {
            super.pause(Set.of(partition));
        } else if (load.hasRoom() && pausedByLoad.remove(partition) && !pausedByStreams.contains(partition)) {
            super.resume(Set.of(partition));
        }
    }
}
