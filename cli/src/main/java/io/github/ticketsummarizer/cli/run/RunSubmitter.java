package io.github.ticketsummarizer.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaFailures;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.runtime.KafkaUnreachableException;
import io.github.ticketsummarizer.streams.runtime.PublishSpans;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.span.TicketTrace;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a run: first what was asked, then a record a ticket. Sending a ticket again does no harm: its request id is the
 * same, and what was taken in once is not taken in twice.
 */
public final class RunSubmitter implements AutoCloseable {
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final int SCHEMA_VERSION = 1;

    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final Json json;
    private final String bootstrapServers;

    /**
     * Connects at the first record.
     *
     * @param tracing what is sent of a ticket has a span below the ticket's root
     */
    public RunSubmitter(KafkaSettings kafka, Topics topics, Json json, Tracing tracing) {
        this(
                KafkaFailures.made(
                        kafka,
                        () -> new KafkaProducer<>(config(kafka), new StringSerializer(), new ByteArraySerializer())),
                topics,
                json,
                tracing,
                kafka.bootstrapServers());
    }

    RunSubmitter(
            Producer<String, byte[]> producer, Topics topics, Json json, Tracing tracing, String bootstrapServers) {
        this.producer = new PublishSpans(tracing, topics.onTheWay()).on(producer);
        this.topics = topics;
        this.json = json;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Sends the run and the given tickets of it.
     *
     * @param interrupted asked before each ticket; when it says true the rest is left out
     * @throws KafkaUnreachableException when a record is not taken
     */
    public void submit(Run run, List<TicketEntry> tickets, BooleanSupplier interrupted) {
        announce(run);
        sendTickets(run, tickets, interrupted);
    }

    /**
     * Sends what the run was asked for. From then on it is complete when it has as many reports as tickets.
     *
     * @throws KafkaUnreachableException when the record is not taken
     */
    void announce(Run run) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        send(new ProducerRecord<>(topics.runs().name(), run.runId(), write(run)), failure);
        await(failure);
    }

    /**
     * Sends tickets of the run.
     *
     * @param interrupted asked before each ticket; when it says true the rest is left out
     * @throws KafkaUnreachableException when a record is not taken
     */
    void sendTickets(Run run, List<TicketEntry> tickets, BooleanSupplier interrupted) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        for (TicketEntry ticket : tickets) {
            if (interrupted.getAsBoolean() || failure.get() != null) {
                break;
            }
            send(run, ticket, failure);
        }
        await(failure);
    }

    private void await(AtomicReference<@Nullable Exception> failure) {
        producer.flush();
        Exception cause = failure.get();
        if (cause != null) {
            throw KafkaFailures.of(bootstrapServers, cause);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    private void send(Run run, TicketEntry ticket, AtomicReference<@Nullable Exception> failure) {
        TicketRequest request = request(run, ticket);
        TicketTrace trace = new TicketTrace(request, TraceContext.ofRequest(request.requestId()), null);
        try (Scope ignored = Tracing.below(trace.root(), trace.attributes()).makeCurrent()) {
            send(record(run.runId(), request, trace.root()), failure);
        }
    }

    private void send(ProducerRecord<String, byte[]> record, AtomicReference<@Nullable Exception> failure) {
        try {
            var _ = producer.send(record, (metadata, exception) -> {
                if (exception != null) {
                    failure.compareAndSet(null, exception);
                }
            });
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
    }

    private static TicketRequest request(Run run, TicketEntry ticket) {
        return new TicketRequest(
                RunIds.requestId(run.runId(), ticket.ticketId()),
                ticket.ticketId(),
                ticket.serialNo(),
                run.runId(),
                run.analysisType(),
                run.modelProvider(),
                run.promptVersions(),
                run.submittedAt());
    }

    private ProducerRecord<String, byte[]> record(String runId, TicketRequest request, TraceContext root) {
        ObjectNode value = json.mapper().createObjectNode();
        value.put("schema_version", SCHEMA_VERSION);
        value.setAll(json.mapper().<ObjectNode>valueToTree(request));
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.ticketIds().name(), request.ticketId(), write(value));
        header(record, HeaderNames.REQUEST_ID, request.requestId());
        header(record, HeaderNames.RUN_ID, runId);
        header(record, HeaderNames.TRACEPARENT, root.traceparent());
        header(record, HeaderNames.TICKET_ROOT, "true");
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] write(Object value) {
        try {
            return json.write(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a %s cannot be written".formatted(value.getClass()), e);
        }
    }

    private static Map<String, Object> config(KafkaSettings kafka) {
        Map<String, Object> config = new HashMap<>(kafka.common());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Of several batches on their way to a new topic the first may be refused and the next taken: out of order.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, kafka.maxRequestBytes());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
        return config;
    }
}
