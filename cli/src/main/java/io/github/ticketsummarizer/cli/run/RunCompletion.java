package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the services have added a run up. They do so after the last report, and make the run's trace then: who stops
 * them before has none.
 */
record RunCompletion(KafkaSettings kafka, Topics topics, Interruption interruption) {
    /** The run's sum comes two commits behind the last report, which is well under a second on a machine with time. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(100);

    /** Returns when it is said that the run is complete, after {@link #PATIENCE}, or when an interruption is requested. */
    void await(String runId) {
        Topic<RunSummary> summaries = topics.runSummaries();
        try (Consumer<String, byte[]> consumer = RunWatcher.consumer(kafka)) {
            List<TopicPartition> partitions = consumer.partitionsFor(summaries.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            boolean complete = false;
            while (!complete && System.nanoTime() < giveUpAt && !interruption.isRequested()) {
                complete = isComplete(consumer.poll(POLL), summaries, runId);
            }
        }
    }

    private static boolean isComplete(
            ConsumerRecords<String, byte[]> records, Topic<RunSummary> summaries, String runId) {
        for (ConsumerRecord<String, byte[]> record : records) {
            if (runId.equals(record.key()) && read(summaries, record).complete()) {
                return true;
            }
        }
        return false;
    }

    private static RunSummary read(Topic<RunSummary> summaries, ConsumerRecord<String, byte[]> record) {
        return summaries.valueSerde().deserializer().deserialize(record.topic(), record.value());
    }
}
