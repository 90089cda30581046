package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ReportStatus;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.ConsumedRecord;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.TicketTraces;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.FinishedSpan;
import io.github.ticketsummarizer.telemetry.span.SpanError;
import io.github.ticketsummarizer.telemetry.span.TicketTrace;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes submissions in. Each gives exactly one {@code accepted} event, and then either a request to the fetch stage or a
 * failure; one that comes again gives nothing. Values for topics are forwarded as bytes, to children that have the
 * topics' names. They need no measuring: every text in them is bounded, and far below the least record limit.
 */
final class AcceptanceProcessor implements Processor<byte[], byte[], String, Object> {
    private static final Logger log = LoggerFactory.getLogger(AcceptanceProcessor.class);

    private final FetcherSettings settings;
    private final SubmissionParser parser;
    private final Topics topics;
    private final String fetchStage;
    private final Tracing tracing;

    private ProcessorContext<String, Object> context;
    private AcceptedRequests accepted;

    /** @param fetchStage the child that takes the requests */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    AcceptanceProcessor(
            FetcherSettings settings, SubmissionParser parser, Topics topics, String fetchStage, Tracing tracing) {
        this.settings = settings;
        this.parser = parser;
        this.topics = topics;
        this.fetchStage = fetchStage;
        this.tracing = tracing;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        accepted = new AcceptedRequests(
                context.getStateStore(AcceptedRequests.STORE), settings.acceptedRequestsRetention());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        SubmissionOutcome outcome = parser.parse(submission(record));
        TicketRequest request = outcome.request();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        if (!accepted.add(request.requestId(), now)) {
            log.atInfo()
                    .addKeyValue("requestId", request.requestId())
                    .addKeyValue("ticketId", request.ticketId())
                    .log("submission dropped: its request was accepted before");
            return;
        }
        Outgoing outgoing = new Outgoing(request.ticketId(), now, headers(request, record.headers()));
        write(topics.stageEvents(), StageEvent.accepted(request, now), outgoing);
        switch (outcome) {
            case SubmissionOutcome.Accepted ignored ->
                context.forward(
                        outgoing.record(new FetchRequest(request)).withTimestamp(record.timestamp()), fetchStage);
            case SubmissionOutcome.Rejected rejected -> {
                log.atInfo()
                        .addKeyValue("requestId", request.requestId())
                        .addKeyValue("errorType", rejected.failure().errorType().wireName())
                        .log("submission rejected");
                reject(request, rejected.failure(), outgoing, record.timestamp());
            }
        }
    }

    /** A rejected submission has the span of the stage that it did not get to, and its times. */
    private void reject(TicketRequest request, CallFailure failure, Outgoing outgoing, long sentAt) {
        TicketTrace trace = TicketTraces.of(request, outgoing.headers());
        try (Scope ignored = Tracing.below(trace.stage(Stage.FETCH), trace.attributes(Stage.FETCH))
                .makeCurrent()) {
            Instant at = outgoing.at();
            write(
                    topics.ticketFailures(),
                    TicketFailure.of(request, null, Stage.FETCH, failure, 0, at)
                            .withTimings(List.of(new StageTiming(Stage.FETCH, at, at, at, 0))),
                    outgoing);
        }
        tracing.emit(new FinishedSpan(
                TicketTrace.spanName(Stage.FETCH),
                SpanKind.CONSUMER,
                trace.stage(Stage.FETCH),
                trace.root().spanId(),
                outgoing.at(),
                Instant.ofEpochMilli(context.currentSystemTimeMs()),
                rejected(trace, outgoing.at().toEpochMilli() - sentAt),
                List.of(),
                trace.caller() == null ? List.of() : List.of(trace.caller()),
                SpanError.of(failure)));
    }

    /** What the span of the stage has of others that it gives up. */
    private Attributes rejected(TicketTrace trace, long queuedMillis) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        ConsumedRecord consumed = new ConsumedRecord(
                place.topic(),
                place.partition(),
                place.offset(),
                trace.request().ticketId(),
                context.applicationId());
        AttributesBuilder attributes = trace.attributes(Stage.FETCH).toBuilder()
                .putAll(consumed.attributes())
                .put(Product.QUEUE_TIME_MS, Math.max(0, queuedMillis))
                .put(Product.ATTEMPTS, 0L)
                .put(Product.PROCESSING_STATUS, ReportStatus.FAILED.wireName());
        TraceContext caller = trace.caller();
        if (caller != null) {
            attributes.put(Product.CALLER_TRACE_ID, caller.traceId());
        }
        return attributes.build();
    }

    private Submission submission(Record<byte[], byte[]> record) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        return new Submission(
                place.topic(),
                place.partition(),
                place.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.headers(),
                record.value());
    }

    /** The headers that every record of the ticket has from here on; no other is carried on. */
    private static Headers headers(TicketRequest request, Headers incoming) {
        Headers headers = new RecordHeaders();
        HeaderText.add(headers, HeaderNames.REQUEST_ID, request.requestId());
        if (request.runId() != null) {
            HeaderText.add(headers, HeaderNames.RUN_ID, request.runId());
        }
        boolean isOurs = incoming.lastHeader(HeaderNames.TICKET_ROOT) != null;
        TraceContext incomingContext = TicketTraces.context(incoming, HeaderNames.TRACEPARENT);
        if (isOurs && incomingContext != null) {
            HeaderText.add(headers, HeaderNames.TRACEPARENT, incomingContext.traceparent());
            return headers;
        }
        // A trace of its own, since the platforms need a root without parent; a stranger's is pointed to.
        TraceContext root = TraceContext.ofRequest(request.requestId());
        HeaderText.add(headers, HeaderNames.TRACEPARENT, root.traceparent());
        if (incomingContext != null) {
            HeaderText.add(headers, HeaderNames.CALLER_TRACEPARENT, incomingContext.traceparent());
        }
        return headers;
    }

    private <V> void write(Topic<V> topic, V value, Outgoing outgoing) {
        context.forward(outgoing.record(topic.valueSerde().serializer().serialize(topic.name(), value)), topic.name());
    }

    /** What the records of one submission have in common. */
    private record Outgoing(String key, Instant at, Headers headers) {
        Record<String, Object> record(Object value) {
            return new Record<>(key, value, at.toEpochMilli(), headers);
        }
    }
}
