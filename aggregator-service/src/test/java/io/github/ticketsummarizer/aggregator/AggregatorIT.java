package io.github.ticketsummarizer.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.DiagnosticsResult;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.ServiceDefinition;
import io.github.ticketsummarizer.streams.runtime.ServiceSettings;
import io.github.ticketsummarizer.streams.runtime.StreamsRunner;
import io.github.ticketsummarizer.streams.runtime.TopicAdmin;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.testing.BrokerExtension;
import io.github.ticketsummarizer.testing.TopicReader;
import io.github.ticketsummarizer.testing.TopicWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AggregatorIT {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final int PARTITIONS = 4;
    private static final int TICKETS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int maxRecordBytes = AggregatorFixture.SETTINGS.maxRecordBytes();
    private final Topics topics = new Topics(new Json(), maxRecordBytes);
    private final List<TicketRequest> requests = IntStream.range(0, TICKETS)
            .mapToObj(i -> Samples.request("" + i, Samples.RUN_ID, AnalysisType.BOTH))
            .toList();

    @TempDir
    private Path folder;

    private KafkaSettings kafka;

    @BeforeEach
    void createTopics() {
        kafka = new KafkaSettings(BROKER.bootstrapServers(), Map.of(), maxRecordBytes);
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(topics.all(), PARTITIONS, Optional.of((short) 1));
        }
    }

    @Test
    void entriesAndClosedRequestsOutliveTheDiskOfTheirOwner() throws Exception {
        List<TicketRequest> finishedEarly = requests.subList(0, TICKETS / 2);
        try (Stages stages = new Stages();
                TopicReader<RunSummary> summaries = reader(topics.runSummaries());
                TopicReader<TicketReport> reports = reader(topics.merged())) {
            stages.runs.send(Samples.RUN_ID, Samples.run(TICKETS));
            stages.sendAllButThePod(requests);
            stages.sendThePod(finishedEarly);
            try (StreamsRunner first = runner("first")) {
                first.start();
                await(
                        summaries,
                        summary -> summary.accepted() == TICKETS
                                && summary.totals().success() == finishedEarly.size());
            }

            int sent = summaries.values().size();
            try (StreamsRunner second = runner("second")) {
                second.start();
                awaitMoreThan(sent, summaries);
                stages.sendAllButThePod(requests);
                stages.sendThePod(requests);
                await(summaries, RunSummary::complete);
                awaitEverythingRead();
            }

            assertThat(reports.values())
                    .extracting(TicketReport::request)
                    .containsExactlyInAnyOrderElementsOf(requests);
            assertThat(reports.values()).extracting(TicketReport::reportStatus).containsOnly(ReportStatus.SUCCESS);
            assertThat(summaries.values().getLast()).satisfies(summary -> {
                assertThat(summary.accepted()).isEqualTo(TICKETS);
                assertThat(summary.totals().reports()).isEqualTo(TICKETS);
            });
        }
    }

    @Test
    void internalTopicsFitTheOthersAndForgetClosedRequests() throws Exception {
        try (StreamsRunner runner = runner("only")) {
            runner.start();
            Awaitility.await().atMost(PATIENCE).until(runner::isReady);

            assertThat(partitionsOf("run-contributions-repartition")).isEqualTo(PARTITIONS);
            assertThat(configOf("open-entries-changelog")
                            .get("max.message.bytes")
                            .value())
                    .isEqualTo("" + maxRecordBytes);
            Config closed = configOf("closed-requests-changelog");
            assertThat(closed.get("cleanup.policy").value().split(",")).containsExactlyInAnyOrder("compact", "delete");
            assertThat(Duration.ofMillis(
                            Long.parseLong(closed.get("retention.ms").value())))
                    .as("7 days, a window of 7 hours, and the day that Kafka Streams adds")
                    .isEqualTo(Duration.ofHours(7 * 24 + 7 + 24));
        }
    }

    private StreamsRunner runner(String stateFolder) {
        ServiceDefinition service = new ServiceDefinition(
                "aggregator",
                Stage.MERGE,
                new AggregatorTopology(topics, AggregatorFixture.SETTINGS, Clock.systemUTC(), Tracing.none()).build(),
                topics.all(),
                null,
                Tracing.none());
        ServiceSettings settings =
                new ServiceSettings("instance", folder.resolve(stateFolder), 2, 0, Duration.ofSeconds(1));
        return new StreamsRunner(service, settings, kafka, topics);
    }

    private static <V> TopicReader<V> reader(Topic<V> topic) {
        return new TopicReader<>(BROKER.bootstrapServers(), topic);
    }

    private static void await(TopicReader<RunSummary> summaries, Predicate<RunSummary> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> summaries.values().stream().anyMatch(condition));
    }

    /** A new owner cannot know what the last one had not sent yet, so it sends the summary of an open run again. */
    private static void awaitMoreThan(int sent, TopicReader<RunSummary> summaries) {
        Awaitility.await().atMost(PATIENCE).until(() -> summaries.values().size() > sent);
    }

    /** What would be doubled might come last, so nothing may be left to read. */
    private void awaitEverythingRead() {
        try (Admin admin = Admin.create(kafka.common())) {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                Map<TopicPartition, Long> read = admin
                        .listConsumerGroupOffsets("ticket-summarizer-aggregator")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .entrySet()
                        .stream()
                        .filter(offset -> !offset.getKey().topic().endsWith("-repartition"))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, offset -> offset.getValue().offset()));
                Map<TopicPartition, OffsetSpec> latest = read.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
                return admin.listOffsets(latest).all().get().entrySet().stream()
                        .allMatch(
                                end -> read.get(end.getKey()) >= end.getValue().offset());
            });
        }
    }

    private int partitionsOf(String internalTopic) throws ExecutionException, InterruptedException {
        String topic = "ticket-summarizer-aggregator-" + internalTopic;
        try (Admin admin = Admin.create(kafka.common())) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        }
    }

    private Config configOf(String internalTopic) throws ExecutionException, InterruptedException {
        ConfigResource topic =
                new ConfigResource(ConfigResource.Type.TOPIC, "ticket-summarizer-aggregator-" + internalTopic);
        try (Admin admin = Admin.create(kafka.common())) {
            return admin.describeConfigs(List.of(topic)).all().get().get(topic);
        }
    }

    /** Writes what the other services write. */
    private final class Stages implements AutoCloseable {
        private final TopicWriter<Run> runs = writer(topics.runs());
        private final TopicWriter<StageEvent> events = writer(topics.stageEvents());
        private final TopicWriter<SynthesizedTicket> synthesized = writer(topics.synthesized());
        private final TopicWriter<PodResult> pod = writer(topics.podResults());
        private final TopicWriter<DiagnosticsResult> diagnostics = writer(topics.diagnosticsResults());

        void sendAllButThePod(List<TicketRequest> requests) throws Exception {
            for (TicketRequest request : requests) {
                events.send(request.ticketId(), Samples.accepted(request));
                diagnostics.send(request.ticketId(), Samples.diagnosticsResult(request));
                synthesized.send(request.ticketId(), Samples.synthesized(request));
            }
        }

        void sendThePod(List<TicketRequest> requests) throws Exception {
            for (TicketRequest request : requests) {
                pod.send(request.ticketId(), Samples.podResult(request));
            }
        }

        private static <V> TopicWriter<V> writer(Topic<V> topic) {
            return new TopicWriter<>(BROKER.bootstrapServers(), topic);
        }

        @Override
        public void close() {
            List.of(runs, events, synthesized, pod, diagnostics).forEach(TopicWriter::close);
        }
    }
}
