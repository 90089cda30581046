package io.github.ticketsummarizer.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.stage.AsyncStage;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import io.github.ticketsummarizer.streams.stage.StageDefinition;
import io.github.ticketsummarizer.streams.stage.StageFunction;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.streams.stage.StageSettings;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.sdk.Telemetry;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsRunnerIT {
    private static final int PARTITIONS = 4;
    private static final int MAX_RECORD_BYTES = 1024 * 1024;
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void everyTicketHasOneOutputAcrossAHardStop() {
        int tickets = 200;
        CountDownLatch blocked = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        StageFunction<RawTicket, SynthesizedTicket> firstFunction = (raw, attempt) -> {
            if (calls.incrementAndGet() > 50) {
                blocked.await();
            }
            return new CallOutcome.Success<>(synthesized(raw, attempt));
        };
        try (KafkaProducer<String, byte[]> producer = producer()) {
            IntStream.range(0, tickets).forEach(i -> send(producer, "" + i, rawTicketBytes("" + i)));
        }
        try (StreamsRunner first = runner(firstFunction, Duration.ZERO)) {
            first.start();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> read(topics.synthesized()).size() >= 50);
            Awaitility.await().atMost(PATIENCE).until(() -> first.held() >= 16);
        }
        try (StreamsRunner second = runner(success(), Duration.ofSeconds(5))) {
            second.start();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> read(topics.synthesized()).size() >= tickets);
            Awaitility.await().atMost(PATIENCE).until(() -> second.held() == 0);
        }
        List<String> answered = read(topics.synthesized()).stream()
                .map(synthesized -> synthesized.request().ticketId())
                .toList();
        assertThat(answered)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, tickets).mapToObj(i -> "" + i).toList());
        assertThat(read(topics.ticketFailures())).isEmpty();
    }

    @Test
    void aStopLetsRunningCallsEndAndKeepsTheirOutputs() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (KafkaProducer<String, byte[]> producer = producer()) {
            send(producer, "1", rawTicketBytes("1"));
        }
        StreamsRunner runner = runner(
                (raw, attempt) -> {
                    started.countDown();
                    release.await();
                    return new CallOutcome.Success<>(synthesized(raw, attempt));
                },
                Duration.ofSeconds(20));
        runner.start();
        Awaitility.await().atMost(PATIENCE).until(() -> started.getCount() == 0);
        Thread.ofVirtual().start(() -> {
            Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            release.countDown();
        });
        runner.close();

        assertThat(read(topics.synthesized())).hasSize(1);
        assertThat(runner.fault()).isEmpty();
        assertThat(runner.hasThreadStuckSince(Duration.ZERO))
                .as("a thread that was closed counts as stuck")
                .isFalse();
    }

    @Test
    void anUnreadableRecordClosesItsTicketAndTheOthersGoOn() {
        try (KafkaProducer<String, byte[]> producer = producer();
                StreamsRunner runner = runner(success(), Duration.ofSeconds(5))) {
            runner.start();
            ProducerRecord<String, byte[]> poison = new ProducerRecord<>(
                    topics.rawTickets().name(), "13", "{\"not\": a ticket".getBytes(StandardCharsets.UTF_8));
            poison.headers().add(HeaderNames.REQUEST_ID, "run:13:1".getBytes(StandardCharsets.UTF_8));
            producer.send(poison);
            IntStream.range(0, 8).forEach(i -> send(producer, "" + i, rawTicketBytes("" + i)));
            producer.flush();

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> read(topics.synthesized()).size() == 8);
            assertThat(read(topics.ticketFailures())).singleElement().satisfies(failure -> {
                assertThat(failure.requestId()).isEqualTo("run:13:1");
                assertThat(failure.stage()).isEqualTo(Stage.SYNTHESIS);
            });
            assertThat(read(topics.deadLetters()))
                    .singleElement()
                    .isEqualTo("{\"not\": a ticket".getBytes(StandardCharsets.UTF_8));
            assertThat(runner.isLive()).isTrue();
        }
    }

    @Test
    void tellsItsHealthOverHttp() throws Exception {
        try (StreamsRunner runner = runner(success(), Duration.ofSeconds(5));
                HealthServer health = new HealthServer(0, List.of(runner), Telemetry.off())) {
            health.start();
            assertThat(get(health, "/health/ready")).isEqualTo("503 synthesis not ok\n");
            assertThat(get(health, "/metrics")).startsWith("200 ").doesNotContain("consumer_lag");
            runner.start();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(health, "/health/ready")).isEqualTo("200 synthesis ok\n"));
            assertThat(get(health, "/health/live")).isEqualTo("200 synthesis ok\n");
            assertThat(get(health, "/metrics"))
                    .contains(
                            "ticket_summarizer_held_records{service=\"synthesis\"} 0",
                            "ticket_summarizer_dead_letters_total{service=\"synthesis\"} 0");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(health, "/metrics"))
                            .contains("ticket_summarizer_consumer_lag{messaging_destination_name=\""));
        }
    }

    @Test
    void tellsWhatPilesUpBehindPartitionsThatAreHeldBack() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        StageFunction<RawTicket, SynthesizedTicket> waiting = (raw, attempt) -> {
            release.await();
            return new CallOutcome.Success<>(synthesized(raw, attempt));
        };
        try (KafkaProducer<String, byte[]> producer = producer();
                StreamsRunner runner = runner(waiting, Duration.ZERO);
                HealthServer health = new HealthServer(0, List.of(runner), Telemetry.off())) {
            health.start();
            runner.start();
            IntStream.range(0, 200).forEach(i -> send(producer, "" + i, rawTicketBytes("" + i)));
            Awaitility.await().atMost(PATIENCE).until(() -> runner.held() == 200);

            IntStream.range(200, 500).forEach(i -> send(producer, "" + i, rawTicketBytes("" + i)));
            producer.flush();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(health, "/metrics"))
                            .contains(lagOfRawTickets(300), "held_records{service=\"synthesis\"} 200"));

            release.countDown();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(health, "/metrics")).contains(lagOfRawTickets(0)));
        }
    }

    private static String lagOfRawTickets(int records) {
        return "ticket_summarizer_consumer_lag{messaging_destination_name=\"raw-tickets\",service=\"synthesis\"} "
                + records;
    }

    @Test
    void aMissingTopicAndAnUnequalOneAreNamed() {
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            Topic<byte[]> missing = topic("elsewhere");
            assertThatThrownBy(() -> admin.requireUsable(List.of(topics.merged(), missing)))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("'elsewhere'")
                    .hasMessageContaining("topics create");

            admin.create(List.of(missing), PARTITIONS + 1, Optional.of((short) 1));
            assertThatThrownBy(() -> admin.requireUsable(List.of(topics.merged(), missing)))
                    .hasMessageContaining("elsewhere=5")
                    .hasMessageContaining("merged=4");
            assertThat(admin.create(topics.all(), PARTITIONS, Optional.of((short) 1)))
                    .as("making them again changes nothing")
                    .isEmpty();
        }
    }

    @Test
    void aNewTopicIsThereForAllAtOnce() {
        try (TopicAdmin admin = new TopicAdmin(kafka);
                TopicAdmin other = new TopicAdmin(kafka)) {
            for (int i = 0; i < 20; i++) {
                List<Topic<?>> made = List.of(topic("new-" + i));
                admin.create(made, 1, Optional.of((short) 1));
                assertThatCode(() -> other.requireUsable(made)).doesNotThrowAnyException();
            }
        }
    }

    private Topic<byte[]> topic(String name) {
        return new Topic<>(
                name, topics.deadLetters().keySerde(), topics.deadLetters().valueSerde(), Map.of());
    }

    private StreamsRunner runner(StageFunction<RawTicket, SynthesizedTicket> function, Duration drainPatience) {
        StageRuntime runtime = new StageRuntime(new StageSettings(
                16, Duration.ofSeconds(30), 3, Duration.ofMillis(100), Duration.ofSeconds(1), 100, MAX_RECORD_BYTES));
        StageDefinition<RawTicket, SynthesizedTicket> definition = new StageDefinition<>(
                Stage.SYNTHESIS,
                topics.rawTickets().name(),
                topics.rawTickets().valueSerde(),
                topics.synthesized(),
                request -> true,
                raw -> raw.ticket().header(),
                function);
        Topology topology = new AsyncStage<>(definition, runtime, topics).topology(topics.rawTickets());
        ServiceDefinition service = new ServiceDefinition(
                "synthesis", Stage.SYNTHESIS, topology, List.of(topics.rawTickets()), runtime, Tracing.none());
        ServiceSettings settings = new ServiceSettings("instance", folder.resolve("state"), 2, 0, drainPatience);
        return new StreamsRunner(service, settings, kafka, topics);
    }

    private static StageFunction<RawTicket, SynthesizedTicket> success() {
        return (raw, attempt) -> new CallOutcome.Success<>(synthesized(raw, attempt));
    }

    private static SynthesizedTicket synthesized(RawTicket raw, Attempt attempt) {
        return new SynthesizedTicket(
                raw.request(),
                raw.ticket().header(),
                new Synthesis("issue", "cause", "summary", "resolution"),
                List.of(),
                List.of(),
                List.of(raw.timing(), attempt.timing()));
    }

    private byte[] rawTicketBytes(String ticketId) {
        TicketRequest request = new TicketRequest(
                "run:" + ticketId + ":1",
                ticketId,
                null,
                "run",
                AnalysisType.BOTH,
                "offline",
                PromptVersions.FIRST,
                NOW);
        TicketHeader header = new TicketHeader(
                ticketId, "Tip", "It does not show.", "https://example.com", "open", NOW, NOW, 0, CustomFields.NONE);
        RawTicket ticket =
                new RawTicket(request, new Ticket(header, List.of()), new StageTiming(Stage.FETCH, NOW, NOW, NOW, 1));
        return topics.rawTickets()
                .valueSerde()
                .serializer()
                .serialize(topics.rawTickets().name(), ticket);
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(kafka.common(), new StringSerializer(), new ByteArraySerializer());
    }

    private void send(KafkaProducer<String, byte[]> producer, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topics.rawTickets().name(), key, value));
    }

    /** Everything committed that the topic holds now. */
    private <V> List<V> read(Topic<V> topic) {
        Map<String, Object> config = kafka.common();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<V> values = new ArrayList<>();
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static String get(HealthServer health, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + health.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }
}
