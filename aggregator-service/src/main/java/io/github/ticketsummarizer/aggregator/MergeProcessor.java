package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketReport;
import io.github.ticketsummarizer.model.TicketRequest;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.JsonSerde;
import io.github.ticketsummarizer.streams.LoggedThrowable;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.metric.TicketMetrics;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the parts of each request and sends its report once: when all that is needed has come, when a stage gave the
 * ticket up, or when its deadline has passed. The report, the removal of the entry, the note that the request is closed
 * and the offset of the part that closed it are one transaction.
 */
final class MergeProcessor implements Processor<String, Part, String, MergeOutput> {
    /** The metric that counts parts of closed requests, and answers of a stage that has answered already. */
    static final String LATE_PARTS_DROPPED = "late-parts-dropped";

    private static final Logger log = LoggerFactory.getLogger(MergeProcessor.class);

    private final Topics topics;
    private final AggregatorSettings settings;
    private final Clock clock;
    private final Json json;
    private final ReportAssembler assembler;
    private final Tracing tracing;

    private ProcessorContext<String, MergeOutput> context;
    private OpenEntries open;
    private ClosedRequests closed;
    private MergeWriter writer;
    private ReportTracing traces;
    private Sensor latePartsDropped;
    private Instant startedAt;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    MergeProcessor(
            Topics topics,
            AggregatorSettings settings,
            Clock clock,
            Json json,
            ReportAssembler assembler,
            Tracing tracing) {
        this.topics = topics;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        this.assembler = assembler;
        this.tracing = tracing;
    }

    @Override
    public void init(ProcessorContext<String, MergeOutput> processorContext) {
        context = processorContext;
        open = new OpenEntries(context.getStateStore(OpenEntries.STORE), json, settings.maxRecordBytes(), clock);
        closed = new ClosedRequests(context.getStateStore(ClosedRequests.STORE), settings.closedRequestsRetention());
        writer = new MergeWriter(
                context,
                topics.merged().valueSerde().serializer(),
                new JsonSerde<>(json, RunContribution.class).serializer(),
                assembler,
                settings.maxRecordBytes(),
                new TicketMetrics(tracing.meter()));
        traces = new ReportTracing(context, json, settings.maxRecordBytes(), tracing, clock);
        latePartsDropped = context.metrics()
                .addRateTotalSensor(
                        "merge", context.taskId().toString(), LATE_PARTS_DROPPED, Sensor.RecordingLevel.INFO);
        startedAt = clock.instant();
        context.schedule(
                settings.deadlineCheckInterval(), PunctuationType.WALL_CLOCK_TIME, time -> closeOverdueEntries());
        context.schedule(DueSpans.CHECK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, time -> traces.check());
    }

    @Override
    public void process(Record<String, Part> record) {
        Part part = record.value();
        Instant now = clock.instant();
        OpenEntry before = find(part.requestId(), now);
        if (before == null || before.has(part)) {
            latePartsDropped.record();
            return;
        }
        OpenEntry entry = before.with(
                part,
                valid(record.headers(), HeaderNames.TRACEPARENT),
                valid(record.headers(), HeaderNames.CALLER_TRACEPARENT),
                now);
        TicketRequest request = entry.request();
        if (request == null) {
            keepWithoutRequest(entry);
            return;
        }
        if (before.request() == null) {
            writer.accepted(request, now.toEpochMilli());
        }
        boolean isComplete = entry.isComplete();
        if (!isComplete && open.put(entry)) {
            return;
        }
        TicketReport report = assemble(entry, request, now, () -> assembler.complete(entry, request, now));
        close(entry, now);
        RecordMetadata closing = context.recordMetadata().orElse(null);
        traces.closing(
                entry,
                request,
                closing,
                () -> isComplete ? writer.report(entry, report) : writer.tooLarge(entry, report));
    }

    @Override
    public void close() {
        context.metrics().removeSensor(latePartsDropped);
        traces.close();
    }

    /** The entry of a request, a new one where nothing has come of it yet; null when it is closed. */
    private @Nullable OpenEntry find(String requestId, Instant now) {
        OpenEntry entry = open.find(requestId);
        if (entry != null) {
            return entry;
        }
        return closed.contains(requestId) ? null : OpenEntry.opened(requestId, now);
    }

    private void keepWithoutRequest(OpenEntry entry) {
        if (!open.put(entry)) {
            log.atError()
                    .addKeyValue("requestId", MergeWriter.shortened(entry.requestId()))
                    .log("a failure of an unknown request is too large to be kept; it is dropped");
        }
    }

    private void close(OpenEntry entry, Instant now) {
        open.remove(entry.requestId());
        closed.add(entry.requestId(), now);
    }

    private void closeOverdueEntries() {
        Instant now = clock.instant();
        if (now.isBefore(startedAt.plus(settings.graceAfterStart()))) {
            return;
        }
        for (String requestId : open.waitingSince(now.minus(settings.ticketDeadline()))) {
            OpenEntry entry = open.find(requestId);
            if (entry != null) {
                closeOverdue(entry, now);
            }
        }
    }

    private void closeOverdue(OpenEntry entry, Instant now) {
        TicketRequest request = entry.request();
        if (request == null) {
            open.remove(entry.requestId());
            log.atWarn()
                    .addKeyValue("requestId", entry.requestId())
                    .log("a record that could not be read named a request that was never accepted; it is forgotten");
            return;
        }
        TicketReport report = assemble(entry, request, now, () -> assembler.overdue(entry, request, now));
        close(entry, now);
        traces.closing(entry, request, null, () -> writer.report(entry, report));
    }

    /**
     * A ticket whose report cannot be made fails and says why; the others must not notice. Nothing of Kafka's is called
     * here, so nothing of Kafka's is swallowed.
     */
    private TicketReport assemble(
            OpenEntry entry, TicketRequest request, Instant now, Supplier<TicketReport> assembling) {
        try {
            return assembling.get();
        } catch (RuntimeException e) {
            log.atError()
                    .setCause(LoggedThrowable.of(e))
                    .addKeyValue("requestId", entry.requestId())
                    .log("the report cannot be made");
            ReportError error = new ReportError(
                    Stage.MERGE,
                    ErrorType.INTERNAL,
                    "the report cannot be made (%s); what was found lies on the topics of its stages"
                            .formatted(e.getClass().getSimpleName()),
                    false,
                    1);
            return assembler.bare(entry, request, error, now);
        }
    }

    private static @Nullable String valid(Headers headers, String name) {
        String traceparent = HeaderText.of(headers, name);
        return traceparent != null && TraceContext.parse(traceparent).isPresent() ? traceparent : null;
    }
}
