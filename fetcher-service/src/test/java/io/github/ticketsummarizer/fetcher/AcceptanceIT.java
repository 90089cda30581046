package io.github.ticketsummarizer.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.runtime.ServiceSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.streams.stage.StageSettings;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceIT {
    private static final int PARTITIONS = 2;
    private static final int MAX_RECORD_BYTES = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Json json = new Json();
    private final Topics topics = new Topics(json, MAX_RECORD_BYTES);
    private final List<String> fetched = new ArrayList<>();

    @TempDir
    private Path folder;

    private EmbeddedBroker broker;
    private KafkaSettings kafka;
    private KafkaProducer<String, byte[]> producer;
    private KafkaConsumer<String, RawTicket> rawTickets;

    @BeforeEach
    void start() {
        broker = new EmbeddedBroker(new BrokerSettings(folder.resolve("broker"), 0, 2 * MAX_RECORD_BYTES, PARTITIONS));
        broker.start();
        kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), MAX_RECORD_BYTES);
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(topics.all(), PARTITIONS, Optional.of((short) 1));
        }
        producer = new KafkaProducer<>(kafka.common(), new StringSerializer(), new ByteArraySerializer());
        Map<String, Object> config = kafka.common();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "test");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        rawTickets = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                topics.rawTickets().valueSerde().deserializer());
        rawTickets.subscribe(List.of(topics.rawTickets().name()));
    }

    @AfterEach
    void stop() {
        rawTickets.close();
        producer.close();
        broker.close();
    }

    @Test
    void anAcceptedRequestIsKnownToAnOwnerThatHasNothingButTheChangelog() {
        try (StreamsRunner first = fetcher("first")) {
            first.start();
            submit("78788", "run:78788:1");
            awaitFetched("run:78788:1");
        }
        try (StreamsRunner second = fetcher("second")) {
            second.start();
            submit("78788", "run:78788:1");
            submit("78788", "run:78788:2");
            awaitFetched("run:78788:2");
            submit("78788", "run:78788:3");
            awaitFetched("run:78788:3");
        }

        assertThat(fetched).containsExactly("run:78788:1", "run:78788:2", "run:78788:3");
    }

    @Test
    void theChangelogForgetsWithTheStore() throws Exception {
        try (StreamsRunner runner = fetcher("first");
                Admin admin = Admin.create(kafka.common())) {
            runner.start();
            submit("78788", "run:78788:1");
            awaitFetched("run:78788:1");
            ConfigResource changelog = new ConfigResource(
                    ConfigResource.Type.TOPIC, "ticket-summarizer-fetcher-accepted-requests-changelog");
            Config config =
                    admin.describeConfigs(List.of(changelog)).all().get().get(changelog);

            assertThat(config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().split(","))
                    .containsExactlyInAnyOrder("compact", "delete");
            assertThat(hours(config, TopicConfig.RETENTION_MS_CONFIG))
                    .as("7 days, a window of 7 hours, and the day that Kafka Streams adds")
                    .isEqualTo(8 * 24 + 7);
            assertThat(hours(config, TopicConfig.SEGMENT_MS_CONFIG)).isEqualTo(7);
        }
    }

    private static long hours(Config config, String name) {
        return Duration.ofMillis(Long.parseLong(config.get(name).value())).toHours();
    }

    private void submit(String ticketId, String requestId) {
        ProducerRecord<String, byte[]> submission =
                new ProducerRecord<>(topics.ticketIds().name(), ticketId, ticketId.getBytes(StandardCharsets.UTF_8));
        HeaderText.add(submission.headers(), HeaderNames.REQUEST_ID, requestId);
        producer.send(submission);
        producer.flush();
    }

    private void awaitFetched(String requestId) {
        Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> {
            rawTickets
                    .poll(Duration.ofMillis(100))
                    .forEach(record -> fetched.add(record.value().request().requestId()));
            return fetched.contains(requestId);
        });
    }

    private StreamsRunner fetcher(String stateFolder) {
        TicketSource source = ids -> Map.of(ids.getFirst(), new FetchResult.Found(ticket(ids.getFirst())));
        StageRuntime runtime = new StageRuntime(StageSettings.from(new Settings(Map.of())));
        FetcherTopology topology = new FetcherTopology(FetcherSettings.DEFAULT, topics, json, Clock.systemUTC());
        ServiceDefinition service = new ServiceDefinition(
                "fetcher", Stage.FETCH, topology.build(source, runtime), topics.all(), runtime, Tracing.none());
        ServiceSettings settings =
                new ServiceSettings("instance", folder.resolve(stateFolder), 1, 0, Duration.ofSeconds(5));
        return new StreamsRunner(service, settings, kafka, topics);
    }

    private static Ticket ticket(String ticketId) {
        return new Ticket(new TicketHeader(ticketId, "", "", "", "open", null, null, 0, CustomFields.NONE), List.of());
    }
}
