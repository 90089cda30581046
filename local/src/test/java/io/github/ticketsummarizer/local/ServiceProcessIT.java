package io.github.ticketsummarizer.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import io.github.ticketsummarizer.fakes.otlp.OtlpReceiver;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import io.github.ticketsummarizer.testing.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service as its operator meets it: by its exit code and by what it prints. */
class ServiceProcessIT {
    private static final int MAX_RECORD_BYTES = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Topics topics = new Topics(new Json(), MAX_RECORD_BYTES);
    private EmbeddedBroker broker;
    private KafkaSettings kafka;
    private ServiceProcesses services;
    private List<String> tickets;

    @BeforeEach
    void startBroker() {
        broker = new EmbeddedBroker(
                new BrokerSettings(folder.resolve("broker"), 0, 2 * MAX_RECORD_BYTES, ServiceProcesses.PARTITIONS));
        broker.start();
        kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), MAX_RECORD_BYTES);
        TicketFiles files = new TicketFiles(folder.resolve("tickets"));
        tickets = files.write(3);
        services = new ServiceProcesses(folder, kafka, files.folder());
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void worksUntilItIsToldToStopAndEndsWellWithAllItsSpansSent() throws Exception {
        createTopics();
        try (OtlpReceiver platform = new OtlpReceiver()) {
            platform.start(0, 0);
            Map<String, String> environment = new HashMap<>(services.environment());
            environment.put("PHOENIX_OTLP_ENDPOINT", platform.httpUrl().toString());
            // Nothing leaves before the end.
            environment.put("OTEL_BSP_SCHEDULE_DELAY", "3600000");
            Process fetcher = services.start(ServiceName.FETCHER, environment);
            fetchAllTickets();
            assertThat(platform.spans()).isEmpty();
            fetcher.destroy();

            assertThat(exitCode(fetcher)).isEqualTo(ExitCode.OK.code());
            assertThat(platform.spans())
                    .filteredOn(span -> span.name().equals("fetch_ticket"))
                    .hasSize(tickets.size())
                    .allSatisfy(span ->
                            assertThat(span.resource()).containsEntry("service.name", "ticket-summarizer-fetcher"));
        }
    }

    @Test
    void namesTheTopicsThatAreMissing() throws Exception {
        Process pod = services.start(ServiceName.POD, services.environment());

        assertThat(exitCode(pod)).isEqualTo(ExitCode.USAGE.code());
        assertThat(services.printed(ServiceName.POD))
                .contains("topic 'pod-results' is missing")
                .contains("topic 'synthesized' is missing")
                .contains("ticket-summarizer topics create");
    }

    @Test
    void namesEverySettingThatIsWrong() throws Exception {
        Map<String, String> environment = new HashMap<>(services.environment());
        environment.put("IN_FLIGHT", "many");
        environment.put("CALL_DEADLINE", "30");
        environment.put("KAFKA_ISOLATION_LEVEL", "read_uncommitted");
        environment.put("TELEMETRY_PLATFORMS", "langfuse");
        Process synthesis = services.start(ServiceName.SYNTHESIS, environment);

        assertThat(exitCode(synthesis)).isEqualTo(ExitCode.USAGE.code());
        assertThat(services.printed(ServiceName.SYNTHESIS))
                .contains("IN_FLIGHT: 'many' is not a whole number from 1 to 10000")
                .contains("CALL_DEADLINE: '30' is not a number with a unit")
                .contains("KAFKA_ISOLATION_LEVEL: cannot be set")
                .contains("LANGFUSE_SECRET_KEY: not set, and langfuse needs it");
    }

    @Test
    void saysThatKafkaDoesNotAnswer() throws Exception {
        Map<String, String> environment = new HashMap<>(services.environment());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
        Process aggregator = services.start(ServiceName.AGGREGATOR, environment);

        assertThat(exitCode(aggregator)).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(services.printed(ServiceName.AGGREGATOR))
                .contains("cannot reach Kafka at 127.0.0.1:1")
                .contains("KAFKA_BOOTSTRAP_SERVERS");
    }

    private void fetchAllTickets() throws Exception {
        try (Submissions submissions = new Submissions(kafka, topics);
                TopicReader<RawTicket> rawTickets = new TopicReader<>(kafka.bootstrapServers(), topics.rawTickets())) {
            submissions.run("run", AnalysisType.POD, tickets);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> rawTickets.values().size() == tickets.size());
        }
    }

    private void createTopics() {
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(topics.all(), ServiceProcesses.PARTITIONS, Optional.of((short) 1));
        }
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
