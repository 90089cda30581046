package io.github.ticketsummarizer.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;
    private static final int PARTITIONS = 3;
    // Batch header, record header and the lengths in them.
    private static final int BATCH_OVERHEAD = 100;

    @TempDir
    static Path dataFolder;

    private static EmbeddedBroker broker;
    private static Clients clients;

    @BeforeAll
    static void start() {
        broker = new EmbeddedBroker(new BrokerSettings(dataFolder, 0, MAX_RECORD_BYTES, PARTITIONS));
        broker.start();
        clients = new Clients(broker.bootstrapServers());
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @Test
    void groupReadsWhatWasProduced() throws Exception {
        clients.createTopic("group");
        try (KafkaProducer<String, String> producer = clients.producer(Map.of())) {
            ProducerRecord<String, String> record = new ProducerRecord<>("group", "78788", "bare");
            record.headers().add("request_id", "r1".getBytes(UTF_8));
            producer.send(record).get();
        }
        Map<String, Object> settings =
                Map.of("group.id", "readers", "auto.offset.reset", "earliest", "session.timeout.ms", 6_000);

        try (KafkaConsumer<String, String> consumer = clients.consumer(settings)) {
            consumer.subscribe(List.of("group"));
            List<ConsumerRecord<String, String>> read = new ArrayList<>();
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
                return !read.isEmpty();
            });

            assertThat(read).singleElement().satisfies(record -> {
                assertThat(record.key()).isEqualTo("78788");
                assertThat(record.value()).isEqualTo("bare");
                assertThat(record.headers().lastHeader("request_id").value()).isEqualTo("r1".getBytes(UTF_8));
            });
        }
    }

    @Test
    void onlyCommittedTransactionsAreRead() throws Exception {
        clients.createTopic("transactions");
        try (KafkaProducer<String, String> producer = clients.producer(Map.of("transactional.id", "writer"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "aborted"));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "committed"));
            producer.commitTransaction();
        }

        assertThat(clients.committedValues("transactions")).containsExactly("committed");
    }

    @Test
    void topicGetsThePartitionsOfTheSettings() throws Exception {
        clients.createTopic("partitions");

        try (Admin admin = clients.admin()) {
            assertThat(admin.describeTopics(List.of("partitions"))
                            .allTopicNames()
                            .get()
                            .get("partitions")
                            .partitions())
                    .hasSize(PARTITIONS);
        }
    }

    @Test
    void unknownTopicIsNotCreated() throws Exception {
        try (KafkaProducer<String, String> producer = clients.producer(Map.of("max.block.ms", 1_000))) {
            assertThatThrownBy(() ->
                            producer.send(new ProducerRecord<>("unknown", "x")).get())
                    .hasCauseInstanceOf(TimeoutException.class);
        }
        try (Admin admin = clients.admin()) {
            assertThat(admin.listTopics().names().get()).doesNotContain("unknown");
        }
    }

    @Test
    void recordJustUnderTheLimitIsKept() throws Exception {
        clients.createTopic("large");
        String value = "x".repeat(MAX_RECORD_BYTES - BATCH_OVERHEAD);

        sendLarge("large", value);

        assertThat(clients.committedValues("large")).containsExactly(value);
    }

    @Test
    void recordJustOverTheLimitIsRefused() throws Exception {
        clients.createTopic("oversize");
        String value = "x".repeat(MAX_RECORD_BYTES);

        assertThatThrownBy(() -> sendLarge("oversize", value))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RecordTooLargeException.class);
        assertThat(clients.committedValues("oversize")).isEmpty();
    }

    private static void sendLarge(String topic, String value) throws ExecutionException, InterruptedException {
        // The producer must not be the one to refuse it.
        Map<String, Object> settings = Map.of("max.request.size", 2 * MAX_RECORD_BYTES);
        try (KafkaProducer<String, String> producer = clients.producer(settings)) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }
}
