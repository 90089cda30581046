package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaFailures;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;

/** Which runs a cluster knows. */
final class RunDirectory {
    private static final Duration POLL = Duration.ofMillis(200);

    private RunDirectory() {}

    /** Looks through the runs for the last thing said of one; empty when nothing was. */
    static Optional<Run> find(KafkaSettings kafka, Topics topics, String runId) {
        try (Consumer<String, byte[]> consumer = RunWatcher.consumer(kafka)) {
            String topic = topics.runs().name();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Optional<Run> found = Optional.empty();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (runId.equals(record.key())) {
                        found = Optional.ofNullable(
                                topics.runs().valueSerde().deserializer().deserialize(topic, record.value()));
                    }
                }
            }
            return found;
        } catch (ApiException e) {
            throw KafkaFailures.of(kafka.bootstrapServers(), e);
        }
    }
}
