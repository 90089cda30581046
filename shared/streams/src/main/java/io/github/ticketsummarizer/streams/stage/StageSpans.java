package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketRecord;
import io.github.ticketsummarizer.streams.ConsumedRecord;
import io.github.ticketsummarizer.streams.TicketTraces;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.FinishedSpan;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import io.github.ticketsummarizer.telemetry.span.SpanError;
import io.github.ticketsummarizer.telemetry.span.SpanEvent;
import io.github.ticketsummarizer.telemetry.span.TicketTrace;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The span of a stage: one for each record, over all its attempts and whoever made them. It is told when the record is
 * answered; what happens below it before has its chosen id as the parent.
 */
final class StageSpans<I extends TicketRecord, O> {
    private static final String SUCCESS = "success";
    private static final String FAILED = "failed";

    private final StageDefinition<I, O> definition;
    private final Tracing tracing;
    private final TopicPartition partition;
    private final String consumerGroup;

    StageSpans(StageDefinition<I, O> definition, Tracing tracing, TopicPartition partition, String consumerGroup) {
        this.definition = definition;
        this.tracing = tracing;
        this.partition = partition;
        this.consumerGroup = consumerGroup;
    }

    /** The context of what is written for a record. */
    Context below(StageCall<I, O> call) {
        return tracing.isEnabled() ? below(trace(call), Attributes.empty()) : Context.root();
    }

    /** The context of an attempt. */
    Context attempt(StageCall<I, O> call) {
        return tracing.isEnabled()
                ? below(trace(call), Attributes.of(Product.ATTEMPT, call.entry().attempts() + 1L))
                : Context.root();
    }

    void succeeded(StageCall<I, O> call, O answer, Instant now) {
        if (tracing.isEnabled()) {
            emit(call, answer, outcome(call, SUCCESS, call.entry().attempts() + 1), null, now);
        }
    }

    void failed(StageCall<I, O> call, CallFailure failure, int attempts, Instant now) {
        if (tracing.isEnabled()) {
            emit(call, null, outcome(call, FAILED, attempts), SpanError.of(failure), now);
        }
    }

    private Attributes outcome(StageCall<I, O> call, String status, int attempts) {
        AttributesBuilder outcome =
                Attributes.builder().put(Product.PROCESSING_STATUS, status).put(Product.ATTEMPTS, (long) attempts);
        TraceContext caller = trace(call).caller();
        if (caller != null) {
            outcome.put(Product.CALLER_TRACE_ID, caller.traceId());
        }
        return outcome.build();
    }

    private Attributes described(I input, @Nullable O answer) {
        SpanDetails details = tracing.details();
        definition.function().describe(input, answer, details);
        return details.attributes();
    }

    private Context below(TicketTrace trace, Attributes more) {
        Stage stage = definition.stage();
        Attributes inherited = trace.attributes(stage).toBuilder().putAll(more).build();
        return Tracing.below(trace.stage(stage), inherited);
    }

    private void emit(
            StageCall<I, O> call, @Nullable O answer, Attributes outcome, @Nullable SpanError error, Instant now) {
        TicketTrace trace = trace(call);
        Stage stage = definition.stage();
        TraceContext caller = trace.caller();
        boolean isFirst = stage == Stage.FETCH && caller != null;
        FinishedSpan span = new FinishedSpan(
                TicketTrace.spanName(stage),
                SpanKind.CONSUMER,
                trace.stage(stage),
                trace.root().spanId(),
                Instant.ofEpochMilli(call.entry().receivedAt()),
                now,
                trace.attributes(stage).toBuilder()
                        .putAll(consumed(call))
                        .putAll(outcome)
                        .build(),
                events(call),
                isFirst ? List.of(caller) : List.of(),
                error);
        I input = call.input();
        tracing.emit(span, () -> described(input, answer));
    }

    private List<SpanEvent> events(StageCall<I, O> call) {
        Stream<Milestone> accepted = definition.stage() == Stage.FETCH
                ? Stream.of(new Milestone(Milestone.ACCEPTED, call.entry().receivedAt(), 0))
                : Stream.of();
        return Stream.concat(accepted, call.milestones().all().stream())
                .map(Milestone::event)
                .toList();
    }

    private Attributes consumed(StageCall<I, O> call) {
        PendingEntry entry = call.entry();
        long queued = entry.receivedAt() - entry.timeline().sentAt();
        return new ConsumedRecord(partition.topic(), partition.partition(), call.offset(), entry.key(), consumerGroup)
                .attributes().toBuilder()
                        .put(Product.QUEUE_TIME_MS, Math.max(0, queued))
                        .build();
    }

    private TicketTrace trace(StageCall<I, O> call) {
        return TicketTraces.of(call.input().request(), call.entry().headers());
    }
}
