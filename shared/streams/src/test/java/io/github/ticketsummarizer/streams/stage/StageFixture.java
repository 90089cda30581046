package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ModelCall;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.SynthesizedTicket;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.awaitility.Awaitility;

/** A synthesis stage with a function of the test's choice, driven without a broker. */
final class StageFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    static final StageSettings SETTINGS = new StageSettings(
            4, Duration.ofSeconds(30), 3, Duration.ofSeconds(1), Duration.ofSeconds(8), 10, 128 * 1024);

    private final Topics topics = new Topics(new Json(), SETTINGS.maxRecordBytes());
    private final StageRuntime runtime;
    private final TopologyTestDriver driver;

    StageFixture(StageFunction<RawTicket, SynthesizedTicket> function) {
        this(function, SETTINGS);
    }

    StageFixture(StageFunction<RawTicket, SynthesizedTicket> function, StageSettings settings) {
        this(function, settings, new Topics(new Json(), settings.maxRecordBytes()).synthesized());
    }

    StageFixture(
            StageFunction<RawTicket, SynthesizedTicket> function,
            StageSettings settings,
            Topic<SynthesizedTicket> output) {
        this(function, settings, output, Tracing.none());
    }

    StageFixture(StageFunction<RawTicket, SynthesizedTicket> function, Tracing tracing) {
        this(function, SETTINGS, new Topics(new Json(), SETTINGS.maxRecordBytes()).synthesized(), tracing);
    }

    private StageFixture(
            StageFunction<RawTicket, SynthesizedTicket> function,
            StageSettings settings,
            Topic<SynthesizedTicket> output,
            Tracing tracing) {
        this.runtime = new StageRuntime(
                settings,
                new CallScheduler(settings.inFlight(), settings.callDeadline()),
                new TaskLoads(),
                Clock.systemUTC(),
                new Random(7),
                tracing);
        StageDefinition<RawTicket, SynthesizedTicket> definition = new StageDefinition<>(
                Stage.SYNTHESIS,
                topics.rawTickets().name(),
                topics.rawTickets().valueSerde(),
                output,
                request -> request.analysisType() != AnalysisType.DIAGNOSTICS,
                raw -> raw.ticket().header(),
                function);
        Topology topology = new AsyncStage<>(definition, runtime, topics).topology(topics.rawTickets());
        Properties config = new Properties();
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        this.driver = new TopologyTestDriver(topology, config, NOW);
    }

    /** Sends a ticket with the headers that every record of a ticket has. */
    RawTicket send(String ticketId, AnalysisType analysisType, String provider) {
        RawTicket ticket = rawTicket(ticketId, analysisType, provider, "It does not show.");
        send(ticket);
        return ticket;
    }

    RawTicket send(String ticketId) {
        return send(ticketId, AnalysisType.POD, "offline");
    }

    void send(RawTicket ticket) {
        Headers headers = new RecordHeaders();
        HeaderText.add(headers, HeaderNames.REQUEST_ID, ticket.request().requestId());
        HeaderText.add(headers, HeaderNames.TRACEPARENT, "00-11111111111111111111111111111111-2222222222222222-01");
        driver.createInputTopic(
                        topics.rawTickets().name(),
                        new StringSerializer(),
                        topics.rawTickets().valueSerde().serializer())
                .pipeInput(new TestRecord<>(ticket.request().ticketId(), ticket, headers, NOW));
    }

    /** Lets the wall clock of the topology go on, which takes the outcomes that have come. */
    StageFixture pass(Duration time) {
        driver.advanceWallClockTime(time);
        return this;
    }

    /** Waits until as many calls as given have ended, then takes their outcomes. */
    void drainUntil(java.util.function.BooleanSupplier condition) {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    pass(Duration.ofMillis(10));
                    return condition.getAsBoolean();
                });
    }

    List<TestRecord<String, SynthesizedTicket>> outputs() {
        return read(topics.synthesized());
    }

    List<TestRecord<String, TicketFailure>> failures() {
        return read(topics.ticketFailures());
    }

    List<StageEvent> events() {
        return read(topics.stageEvents()).stream().map(TestRecord::value).toList();
    }

    long pending() {
        return driver.<Long, PendingEntry>getKeyValueStore(AsyncStage.PENDING_STORE)
                .approximateNumEntries();
    }

    List<PendingEntry> pendingEntries() {
        List<PendingEntry> entries = new ArrayList<>();
        try (KeyValueIterator<Long, PendingEntry> all = driver.<Long, PendingEntry>getKeyValueStore(
                        AsyncStage.PENDING_STORE)
                .all()) {
            all.forEachRemaining(entry -> entries.add(entry.value));
        }
        return entries;
    }

    StageRuntime runtime() {
        return runtime;
    }

    private <V> List<TestRecord<String, V>> read(Topic<V> topic) {
        TestOutputTopic<String, V> output = driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.valueSerde().deserializer());
        return output.readRecordsToList();
    }

    static RawTicket rawTicket(String ticketId, AnalysisType analysisType, String provider, String description) {
        TicketRequest request = new TicketRequest(
                "run:" + ticketId + ":1", ticketId, null, "run", analysisType, provider, PromptVersions.FIRST, NOW);
        TicketHeader header = new TicketHeader(
                ticketId, "Tip", description, "https://example.zendesk.com", "open", NOW, NOW, 0, CustomFields.NONE);
        return new RawTicket(request, new Ticket(header, List.of()), new StageTiming(Stage.FETCH, NOW, NOW, NOW, 1));
    }

    static SynthesizedTicket synthesized(RawTicket raw, Attempt attempt, String summary) {
        return new SynthesizedTicket(
                raw.request(),
                raw.ticket().header(),
                new Synthesis("issue", "cause", summary, "resolution"),
                List.of(),
                attempt.account().calls(),
                List.of(raw.timing(), attempt.timing()));
    }

    static ModelCall modelCall(String requestId) {
        return new ModelCall("synthesis", "offline", "model-7", 1, requestId, 120L, null, 30L, null, 0.001, 900);
    }

    @Override
    public void close() {
        driver.close();
        runtime.close();
    }
}
