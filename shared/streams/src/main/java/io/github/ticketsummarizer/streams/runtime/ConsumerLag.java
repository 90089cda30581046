package io.github.ticketsummarizer.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How many records wait in the partitions that an instance works on: their ends less what the service's group has committed.
 * Kafka is asked, since a consumer only learns of records when it fetches, and one that is held back does not. Connects when
 * somebody looks for the first time. Thread-safe.
 */
final class ConsumerLag implements AutoCloseable {
    /** An answer serves those who look for so long. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** Whoever looks waits no longer: what looks is also what answers about the health of the service. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String group;
    private final KafkaSettings kafka;
    private final Supplier<Set<TopicPartition>> partitions;
    private @Nullable Admin admin;
    private @Nullable CompletableFuture<Map<String, Long>> answer;
    private long askedAt;
    private boolean closed;

    /** @param partitions those that the instance has at the moment */
    ConsumerLag(String group, KafkaSettings kafka, Supplier<Set<TopicPartition>> partitions) {
        this.group = group;
        this.kafka = kafka;
        this.partitions = partitions;
    }

    /** Records that wait, by topic, as they were at most ten seconds ago; empty where Kafka does not answer. */
    Map<String, Long> byTopic() {
        try {
            return latest().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private synchronized CompletableFuture<Map<String, Long>> latest() {
        CompletableFuture<Map<String, Long>> known = answer;
        if (known == null || System.nanoTime() - askedAt > FRESH.toNanos()) {
            known = closed ? CompletableFuture.completedFuture(Map.of()) : ask();
            answer = known;
            askedAt = System.nanoTime();
        }
        return known;
    }

    private CompletableFuture<Map<String, Long>> ask() {
        try {
            Set<TopicPartition> own = partitions.get();
            return own.isEmpty() ? CompletableFuture.completedFuture(Map.of()) : ask(connected(), own);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What was deleted unread waits no more, so the beginning counts where it is beyond what was committed. */
    private CompletableFuture<Map<String, Long>> ask(Admin connected, Set<TopicPartition> own) {
        CompletionStage<Map<TopicPartition, OffsetAndMetadata>> committed = connected
                .listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(own)))
                .partitionsToOffsetAndMetadata(group)
                .toCompletionStage();
        CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> beginnings =
                offsets(connected, own, OffsetSpec.earliest());
        CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> ends = offsets(connected, own, OffsetSpec.latest());
        return committed
                .thenCombine(beginnings, ConsumerLag::starts)
                .thenCombine(ends, ConsumerLag::waiting)
                .toCompletableFuture();
    }

    private static CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            Admin connected, Set<TopicPartition> own, OffsetSpec where) {
        return connected
                .listOffsets(
                        own.stream().collect(Collectors.toMap(Function.identity(), partition -> where)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .toCompletionStage();
    }

    private static Map<TopicPartition, Long> starts(
            Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, ListOffsetsResultInfo> beginnings) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        beginnings.forEach((partition, beginning) -> {
            OffsetAndMetadata taken = committed.get(partition);
            starts.put(partition, taken == null ? beginning.offset() : Math.max(taken.offset(), beginning.offset()));
        });
        return starts;
    }

    private static Map<String, Long> waiting(
            Map<TopicPartition, Long> starts, Map<TopicPartition, ListOffsetsResultInfo> ends) {
        Map<String, Long> waiting = new HashMap<>();
        ends.forEach((partition, end) -> waiting.merge(
                partition.topic(),
                Math.max(0, end.offset() - starts.getOrDefault(partition, end.offset())),
                Long::sum));
        return waiting;
    }

    private Admin connected() {
        Admin connected = admin;
        if (connected == null) {
            Map<String, Object> config = new HashMap<>(kafka.common());
            config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) FRESH.toMillis() / 2);
            config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) FRESH.toMillis());
            connected = Admin.create(config);
            admin = connected;
        }
        return connected;
    }

    @Override
    public synchronized void close() {
        closed = true;
        answer = null;
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
