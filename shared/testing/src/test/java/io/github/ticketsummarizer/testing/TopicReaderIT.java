package io.github.ticketsummarizer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.streams.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicReaderIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private Topic<String> topic;

    @BeforeEach
    void createTopic(TestInfo test) throws Exception {
        topic = new Topic<>(test.getTestMethod().orElseThrow().getName(), Serdes.String(), Serdes.String(), Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic.name(), Optional.empty(), Optional.empty())))
                    .all()
                    .get();
        }
    }

    @Test
    void keyValueAndHeadersComeBack() throws Exception {
        try (TopicWriter<String> writer = new TopicWriter<>(BROKER.bootstrapServers(), topic);
                TopicReader<String> reader = new TopicReader<>(BROKER.bootstrapServers(), topic)) {
            writer.send("78788", "text", Map.of("request_id", "r1"));

            assertThat(reader.records()).singleElement().satisfies(record -> {
                assertThat(record.key()).isEqualTo("78788");
                assertThat(record.value()).isEqualTo("text");
                assertThat(record.headers().lastHeader("request_id").value()).isEqualTo("r1".getBytes(UTF_8));
            });
        }
    }

    @Test
    void recordsGrowAndKeepTheirOrderInAPartition() throws Exception {
        try (TopicWriter<String> writer = new TopicWriter<>(BROKER.bootstrapServers(), topic);
                TopicReader<String> reader = new TopicReader<>(BROKER.bootstrapServers(), topic)) {
            assertThat(reader.values()).isEmpty();
            writer.send("same", "first");
            assertThat(reader.values()).containsExactly("first");
            writer.send("same", "second");
            assertThat(reader.values()).containsExactly("first", "second");
        }
    }

    @Test
    void abortedTransactionIsNotRead() throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", BROKER.bootstrapServers(), "transactional.id", "aborting");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic.name(), "aborted"));
            producer.flush();
            producer.abortTransaction();
        }
        try (TopicWriter<String> writer = new TopicWriter<>(BROKER.bootstrapServers(), topic);
                TopicReader<String> reader = new TopicReader<>(BROKER.bootstrapServers(), topic)) {
            writer.send(null, "sent");

            assertThat(reader.values()).containsExactly("sent");
        }
    }

    @Test
    void oversizeRecordIsRefusedByTheBroker() {
        try (TopicWriter<String> writer = new TopicWriter<>(BROKER.bootstrapServers(), topic)) {
            assertThatThrownBy(() -> writer.send("1", "x".repeat(8 * 1024 * 1024)))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }
}
