package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.streams.JsonSerde;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.stage.AsyncStage;
import io.github.ticketsummarizer.streams.stage.StageDefinition;
import io.github.ticketsummarizer.streams.stage.StageRuntime;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.time.Clock;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** The fetcher's topology: {@code ticket-ids} are accepted, and the tickets fetched into {@code raw-tickets}. */
public final class FetcherTopology {
    private static final String ACCEPTANCE = "acceptance";

    private final FetcherSettings settings;
    private final Topics topics;
    private final Json json;
    private final Clock clock;

    /** @param clock what the timestamps of submissions are held against */
    public FetcherTopology(FetcherSettings settings, Topics topics, Json json, Clock clock) {
        this.settings = settings;
        this.topics = topics;
        this.json = json;
        this.clock = clock;
    }

    /** Builds it; the runtime is shared by all tasks of the instance. */
    public Topology build(TicketSource source, StageRuntime runtime) {
        AsyncStage<FetchRequest, RawTicket> stage = new AsyncStage<>(definition(source), runtime, topics);
        Topology topology = new Topology();
        addAcceptance(topology, stage.processorName(), runtime.tracing());
        stage.addTo(topology, ACCEPTANCE, ACCEPTANCE);
        return topology;
    }

    private StageDefinition<FetchRequest, RawTicket> definition(TicketSource source) {
        return new StageDefinition<>(
                Stage.FETCH,
                topics.ticketIds().name(),
                new JsonSerde<>(json, FetchRequest.class),
                topics.rawTickets(),
                request -> true,
                input -> null,
                new FetchFunction(source));
    }

    private void addAcceptance(Topology topology, String fetchStage, Tracing tracing) {
        SubmissionParser parser = new SubmissionParser(settings, json);
        topology.addSource(
                        AutoOffsetReset.earliest(),
                        "submissions",
                        new SubmissionTimestamps(clock),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.ticketIds().name())
                .addProcessor(
                        ACCEPTANCE,
                        () -> new AcceptanceProcessor(settings, parser, topics, fetchStage, tracing),
                        "submissions")
                .addStateStore(AcceptedRequests.storeBuilder(settings.acceptedRequestsRetention()), ACCEPTANCE);
    }
}
