package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.DiagnosticsResult;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.PodResult;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.RunSummary;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketRecord;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The aggregator's topology, driven without a broker. Outputs are read once: each call returns what is new. */
final class AggregatorFixture implements AutoCloseable {
    static final AggregatorSettings SETTINGS = AggregatorSettings.from(new Settings(Map.of()));

    private final Topics topics = new Topics(new Json(), SETTINGS.maxRecordBytes());
    private final TestClock clock = new TestClock(Samples.NOW);
    private final TopologyTestDriver driver;

    AggregatorFixture() {
        this(SETTINGS);
    }

    AggregatorFixture(AggregatorSettings settings) {
        this(settings, new ReportAssembler(settings.ticketDeadline()));
    }

    AggregatorFixture(AggregatorSettings settings, ReportAssembler assembler) {
        this(settings, assembler, Tracing.none());
    }

    AggregatorFixture(Tracing tracing) {
        this(SETTINGS, new ReportAssembler(SETTINGS.ticketDeadline()), tracing);
    }

    private AggregatorFixture(AggregatorSettings settings, ReportAssembler assembler, Tracing tracing) {
        Properties config = new Properties();
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        this.driver = new TopologyTestDriver(
                new AggregatorTopology(topics, settings, clock, assembler, tracing).build(), config, Samples.NOW);
    }

    static AggregatorSettings withMaxRecordBytes(int maxRecordBytes) {
        return new AggregatorSettings(
                SETTINGS.ticketDeadline(),
                SETTINGS.closedRequestsRetention(),
                SETTINGS.runSummaryInterval(),
                maxRecordBytes);
    }

    /** Sends a record as its stage would, to its topic and with its key. */
    void send(Object record) {
        send(record, new RecordHeaders());
    }

    void send(Object record, Headers headers) {
        switch (record) {
            case StageEvent event -> send(topics.stageEvents(), ticketId(event.requestId()), event, headers);
            case TicketFailure failure ->
                send(topics.ticketFailures(), ticketId(failure.requestId()), failure, headers);
            case Run run -> send(topics.runs(), run.runId(), run, headers);
            case TicketRecord part -> sendPart(part, headers);
            default -> throw new IllegalArgumentException("no topic takes " + record);
        }
    }

    <V> void send(Topic<V> topic, @Nullable String key, @Nullable V value, Headers headers) {
        driver.createInputTopic(
                        topic.name(), new StringSerializer(), topic.valueSerde().serializer())
                .pipeInput(new TestRecord<>(key, value, headers, clock.instant()));
    }

    List<TicketReport> reports() {
        return reportRecords().stream().map(TestRecord::value).toList();
    }

    List<TestRecord<String, TicketReport>> reportRecords() {
        return read(topics.merged());
    }

    List<RunSummary> summaries() {
        return read(topics.runSummaries()).stream().map(TestRecord::value).toList();
    }

    /** Lets both clocks go on: the aggregator's own, then the one that fires its timers. */
    void pass(Duration time) {
        clock.advance(time);
        driver.advanceWallClockTime(time);
    }

    int latePartsDropped() {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("late-parts-dropped-total"))
                .mapToInt(metric -> ((Number) metric.getValue().metricValue()).intValue())
                .sum();
    }

    List<String> openRequests() {
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(OpenEntries.STORE);
        try (var all = store.all()) {
            return Stream.iterate(all, entries -> entries.hasNext(), entries -> entries)
                    .map(entries -> entries.next().key)
                    .toList();
        }
    }

    /** Puts bytes into a store, as a version with another idea of them would have left them. */
    void leaveBehind(String store, String key, byte[] value) {
        driver.<String, byte[]>getKeyValueStore(store).put(key, value);
    }

    TestClock clock() {
        return clock;
    }

    Topics topics() {
        return topics;
    }

    @Override
    public void close() {
        driver.close();
    }

    private void sendPart(TicketRecord part, Headers headers) {
        String key = part.request().ticketId();
        switch (part) {
            case SynthesizedTicket ticket -> send(topics.synthesized(), key, ticket, headers);
            case PodResult result -> send(topics.podResults(), key, result, headers);
            case DiagnosticsResult result -> send(topics.diagnosticsResults(), key, result, headers);
            default -> throw new IllegalArgumentException("no part of a report: " + part);
        }
    }

    private <V> List<TestRecord<String, V>> read(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        topic.valueSerde().deserializer())
                .readRecordsToList();
    }

    private static String ticketId(String requestId) {
        return requestId.split(":")[1];
    }
}
