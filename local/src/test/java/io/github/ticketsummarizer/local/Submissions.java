package io.github.ticketsummarizer.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.PublishSpans;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.span.TicketTrace;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends what a client of the pipeline sends. */
final class Submissions implements AutoCloseable {
    private final Json json = new Json();
    private final Topics topics;
    private final Producer<String, byte[]> producer;

    Submissions(KafkaSettings kafka, Topics topics) {
        this(kafka, topics, Tracing.none());
    }

    /** With spans of what is sent of a ticket, like the command's. */
    Submissions(KafkaSettings kafka, Topics topics, Tracing tracing) {
        this.topics = topics;
        Map<String, Object> config = kafka.common();
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        this.producer = new PublishSpans(tracing, topics.onTheWay())
                .on(new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()));
    }

    /** Submits a run of the offline provider; each ticket's request id is {@code runId:ticketId:1}. */
    void run(String runId, AnalysisType analysisType, List<String> ticketIds) {
        announce(runId, analysisType, ticketIds.size());
        tickets(runId, analysisType, ticketIds);
    }

    /** Says that a run of so many tickets comes. */
    void announce(String runId, AnalysisType analysisType, int tickets) {
        Run run = new Run(runId, analysisType, "offline", PromptVersions.FIRST, tickets, null, Instant.now());
        send(
                topics.runs().name(),
                runId,
                topics.runs().valueSerde().serializer().serialize("", run),
                Map.of());
    }

    /** Submits tickets of a run, as the command does. */
    void tickets(String runId, AnalysisType analysisType, List<String> ticketIds) {
        tickets(runId, analysisType, "offline", ticketIds);
    }

    /** The same, for another provider. */
    void tickets(String runId, AnalysisType analysisType, String provider, List<String> ticketIds) {
        ticketIds.forEach(ticketId -> ticket(runId, analysisType, provider, ticketId));
        producer.flush();
    }

    private void ticket(String runId, AnalysisType analysisType, String provider, String ticketId) {
        String requestId = runId + ":" + ticketId + ":1";
        Map<String, Object> submission = Map.of(
                "ticket_id",
                ticketId,
                "run_id",
                runId,
                "analysis_type",
                analysisType.wireName(),
                "model_provider",
                provider);
        TicketRequest request = new TicketRequest(
                requestId, ticketId, null, runId, analysisType, provider, PromptVersions.FIRST, Instant.now());
        TicketTrace trace = new TicketTrace(request, TraceContext.ofRequest(requestId), null);
        try (Scope ignored = Tracing.below(trace.root(), trace.attributes()).makeCurrent()) {
            send(
                    topics.ticketIds().name(),
                    ticketId,
                    bytes(submission),
                    Map.of(HeaderNames.REQUEST_ID, requestId, HeaderNames.RUN_ID, runId));
        }
    }

    /** Sends a record as it is. */
    void raw(String topic, String key, String value) {
        raw(topic, key, value, Map.of());
    }

    /** The same, with headers. */
    void raw(String topic, String key, String value, Map<String, String> headers) {
        send(topic, key, value.getBytes(StandardCharsets.UTF_8), headers);
        producer.flush();
    }

    private void send(String topic, String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record, (metadata, failure) -> {
            if (failure != null) {
                throw new IllegalStateException("could not send to " + topic, failure);
            }
        });
    }

    private byte[] bytes(Object value) {
        try {
            return json.write(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
