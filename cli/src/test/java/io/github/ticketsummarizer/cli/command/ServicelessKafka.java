package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.cli.output.FinishedTicket;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker on which the test itself says what the services say. */
final class ServicelessKafka implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final KafkaSettings settings;
    private final Json json = new Json();
    private final Topics topics;

    ServicelessKafka(Path dataFolder) {
        KafkaSettings any = KafkaSettings.from(new Settings(Map.of()));
        broker = new EmbeddedBroker(new BrokerSettings(dataFolder, 0, any.maxRequestBytes(), 2));
        broker.start();
        settings = any.at(broker.bootstrapServers());
        topics = new Topics(json, any.maxRecordBytes());
    }

    String address() {
        return broker.bootstrapServers();
    }

    KafkaSettings settings() {
        return settings;
    }

    void makeTopics() {
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.create(topics.all(), 1, Optional.of((short) 1));
        }
    }

    /** Says how far a run is. */
    void summary(RunSummary summary) throws Exception {
        send(new ProducerRecord<>(topics.runSummaries().name(), summary.runId(), json.write(summary)));
    }

    /** Says that a ticket of a run is finished. */
    void report(String runId, FinishedTicket ticket) throws Exception {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.merged().name(), ticket.entry().ticketId(), json.write(ticket.report()));
        record.headers().add(HeaderNames.RUN_ID, runId.getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    private void send(ProducerRecord<String, byte[]> record) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings.common(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    /** The ids of all tickets that were ever submitted, in the order of their submission per partition. */
    List<String> submittedTickets() {
        return keysOf(topics.ticketIds().name());
    }

    /** The ids of all runs that were ever submitted; again for each time. */
    List<String> submittedRuns() {
        return keysOf(topics.runs().name());
    }

    @Override
    public void close() {
        broker.close();
    }

    private List<String> keysOf(String topic) {
        Map<String, Object> config = new HashMap<>(settings.common());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> keys = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> keys.add(record.key()));
            }
            return keys;
        }
    }
}
