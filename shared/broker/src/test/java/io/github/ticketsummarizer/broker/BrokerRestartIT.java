package io.github.ticketsummarizer.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerRestartIT {
    private static final String TOPIC = "kept";

    @TempDir
    Path folder;

    @Test
    void secondStartKeepsTopicsAndRecords() throws Exception {
        try (EmbeddedBroker broker = started(folder)) {
            Clients clients = new Clients(broker.bootstrapServers());
            clients.createTopic(TOPIC);
            clients.send(TOPIC, "first");
        }

        try (EmbeddedBroker broker = started(folder)) {
            Clients clients = new Clients(broker.bootstrapServers());
            clients.send(TOPIC, "second");

            assertThat(clients.committedValues(TOPIC)).containsExactlyInAnyOrder("first", "second");
        }
    }

    @Test
    void killLosesNothingThatWasAcknowledged() throws Exception {
        Process killed = BrokerProcess.start(folder);
        try {
            Clients clients = new Clients(BrokerProcess.address(killed));
            clients.createTopic(TOPIC);
            clients.send(TOPIC, "before");

            assertThatThrownBy(() -> started(folder))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("another broker is using the data folder " + folder)
                    .hasMessageContaining("--data");

            // The kill comes before all ends of the transaction are written, as far as that can be had.
            commit(clients, "in a transaction");
        } finally {
            killed.destroyForcibly().waitFor();
        }

        try (EmbeddedBroker broker = started(folder)) {
            Clients clients = new Clients(broker.bootstrapServers());
            commit(clients, "after");

            assertThat(clients.committedValues(TOPIC)).containsExactlyInAnyOrder("before", "in a transaction", "after");
        }
    }

    @Test
    void twoBrokersLiveInOneJvm() throws Exception {
        try (EmbeddedBroker one = started(folder.resolve("one"));
                EmbeddedBroker two = started(folder.resolve("two"))) {
            Clients clientsOfOne = new Clients(one.bootstrapServers());
            Clients clientsOfTwo = new Clients(two.bootstrapServers());
            clientsOfOne.createTopic(TOPIC);
            clientsOfTwo.createTopic(TOPIC);
            clientsOfOne.send(TOPIC, "to one");
            clientsOfTwo.send(TOPIC, "to two");

            assertThat(clientsOfOne.committedValues(TOPIC)).containsExactly("to one");
            assertThat(clientsOfTwo.committedValues(TOPIC)).containsExactly("to two");
            assertThat(one.fault()).isEmpty();
            assertThat(two.fault()).isEmpty();
        }
    }

    @Test
    void closeLeavesNoThreadThatKeepsTheJvmAlive() {
        Set<Thread> before = userThreads();
        EmbeddedBroker broker = started(folder);
        broker.close();

        // A thread of Kafka's says that it is done before it has ended, so close may return a moment too soon for it.
        await().pollInSameThread().untilAsserted(() -> assertThat(userThreads()).isSubsetOf(before));
    }

    @Test
    void vanishedDataFolderIsAFaultAndNotTheEndOfTheProcess() throws Exception {
        try (EmbeddedBroker broker = started(folder.resolve("data"))) {
            Clients clients = new Clients(broker.bootstrapServers());
            clients.createTopic(TOPIC);
            Files.move(folder.resolve("data"), folder.resolve("moved"));

            await().atMost(Duration.ofSeconds(30)).until(() -> broker.fault().isPresent());
            assertThat(broker.fault().orElseThrow()).hasMessageContaining("data folder " + folder.resolve("data"));
        }
    }

    private static EmbeddedBroker started(Path dataFolder) {
        EmbeddedBroker broker = new EmbeddedBroker(new BrokerSettings(dataFolder, 0, 1024 * 1024, 2));
        broker.start();
        return broker;
    }

    private static void commit(Clients clients, String value) {
        try (KafkaProducer<String, String> producer = clients.producer(Map.of("transactional.id", "writer"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, value));
            producer.commitTransaction();
        }
    }

    private static Set<Thread> userThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}
