package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.streams.stage.StageSettings;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.awaitility.Awaitility;

/** The fetcher's whole topology with a ticket source of the test's choice, driven without a broker. */
final class FetcherFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Topics topics;
    private final StageRuntime runtime;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> ticketIds;

    FetcherFixture(TicketSource source) {
        StageSettings stageSettings = StageSettings.from(new Settings(Map.of()));
        Json json = new Json();
        this.topics = new Topics(json, stageSettings.maxRecordBytes());
        this.runtime = new StageRuntime(stageSettings);
        FetcherTopology topology =
                new FetcherTopology(FetcherSettings.DEFAULT, topics, json, Clock.fixed(NOW, ZoneOffset.UTC));
        this.driver = new TopologyTestDriver(topology.build(source, runtime), new Properties(), NOW);
        this.ticketIds = driver.createInputTopic(
                topics.ticketIds().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends a record as kcat would: no key, no headers. */
    void send(String value) {
        send(value, new RecordHeaders());
    }

    void send(String value, Headers headers) {
        send(value == null ? null : value.getBytes(StandardCharsets.UTF_8), headers);
    }

    void send(byte[] value, Headers headers) {
        ticketIds.pipeInput(new TestRecord<>(null, value, headers, NOW));
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<TestRecord<String, StageEvent>> events() {
        return read(topics.stageEvents());
    }

    List<TestRecord<String, TicketFailure>> failures() {
        return read(topics.ticketFailures());
    }

    List<TestRecord<String, RawTicket>> rawTickets() {
        return read(topics.rawTickets());
    }

    /** Waits until as many tickets as given were fetched since the last call. */
    List<TestRecord<String, RawTicket>> awaitRawTickets(int count) {
        return await(topics.rawTickets(), count);
    }

    /** Waits until as many tickets as given failed since the last call. */
    List<TestRecord<String, TicketFailure>> awaitFailures(int count) {
        return await(topics.ticketFailures(), count);
    }

    private <V> List<TestRecord<String, V>> await(Topic<V> topic, int count) {
        List<TestRecord<String, V>> records = new ArrayList<>();
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    pass(Duration.ofMillis(10));
                    records.addAll(read(topic));
                    return records.size() >= count;
                });
        return records;
    }

    private <V> List<TestRecord<String, V>> read(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        topic.valueSerde().deserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
        runtime.close();
    }
}
