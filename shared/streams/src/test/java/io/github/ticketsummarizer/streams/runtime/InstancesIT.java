package io.github.ticketsummarizer.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several instances of a service, and one that comes back. */
class InstancesIT {
    private static final int PARTITIONS = 2;
    private static final int MAX_RECORD_BYTES = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STORE = "kept";
    private static final String CHANGELOG = "ticket-summarizer-synthesis-kept-changelog";

    /** Above which Kafka Streams, left alone, lets an instance that has not read a changelog wait for ten minutes. */
    private static final int RECORDS_OF_A_LONG_LIFE = 10_001;

    private final Topics topics = new Topics(new Json(), MAX_RECORD_BYTES);

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private KafkaSettings kafka;

    @BeforeEach
    void startBroker() {
        broker = new EmbeddedBroker(new BrokerSettings(folder.resolve("broker"), 0, 2 * MAX_RECORD_BYTES, PARTITIONS));
        broker.start();
        kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), MAX_RECORD_BYTES);
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(topics.all(), PARTITIONS, Optional.of((short) 1));
        }
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void anAddedInstanceHasItsShareAtOnceHoweverLongTheOthersRan() throws Exception {
        fillChangelog();
        try (StreamsRunner first = runner("first");
                StreamsRunner added = runner("added")) {
            first.start();
            Awaitility.await().atMost(PATIENCE).until(first::isReady);
            added.start();
            Awaitility.await().atMost(PATIENCE).until(added::isReady);
            Awaitility.await().atMost(PATIENCE).until(first::isReady);
        }
    }

    @Test
    void anInstanceThatComesBackEndsTheTransactionThatItsKillLeftOpen() throws Exception {
        TopicPartition output = new TopicPartition(topics.synthesized().name(), 0);
        Map<String, Object> config = kafka.common();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "ticket-summarizer-synthesis-killed-1");
        try (KafkaProducer<byte[], byte[]> killed =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            killed.initTransactions();
            killed.beginTransaction();
            killed.send(new ProducerRecord<>(output.topic(), output.partition(), new byte[1], new byte[1]))
                    .get();
            assertThat(end(output, IsolationLevel.READ_COMMITTED)).isZero();

            try (StreamsRunner back = runner("killed")) {
                back.start();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(end(output, IsolationLevel.READ_COMMITTED))
                                .isEqualTo(end(output, IsolationLevel.READ_UNCOMMITTED))
                                .isPositive());
            }
        }
    }

    private StreamsRunner runner(String instance) {
        Topology topology = new Topology()
                .addSource(
                        "source",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.rawTickets().name())
                .addProcessor("keeper", Keeper::new, "source")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray()),
                        "keeper");
        ServiceDefinition service = new ServiceDefinition(
                "synthesis", Stage.SYNTHESIS, topology, List.of(topics.rawTickets()), null, Tracing.none());
        ServiceSettings settings = new ServiceSettings(instance, folder.resolve(instance), 1, 0, Duration.ZERO);
        return new StreamsRunner(service, settings, kafka, topics);
    }

    private void fillChangelog() throws Exception {
        try (Admin admin = Admin.create(kafka.common());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(kafka.common(), new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(CHANGELOG, PARTITIONS, (short) 1)
                            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))))
                    .all()
                    .get();
            for (int record = 0; record < RECORDS_OF_A_LONG_LIFE; record++) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    var _ = producer.send(new ProducerRecord<>(CHANGELOG, partition, new byte[1], new byte[1]));
                }
            }
        }
    }

    private long end(TopicPartition partition, IsolationLevel isolation) throws Exception {
        try (Admin admin = Admin.create(kafka.common())) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    /** Needs a store and does nothing with it. */
    private static final class Keeper implements Processor<byte[], byte[], byte[], byte[]> {
        @Override
        public void process(Record<byte[], byte[]> ticket) {
            // Which partitions an instance has does not depend on what it does with them.
        }
    }
}
