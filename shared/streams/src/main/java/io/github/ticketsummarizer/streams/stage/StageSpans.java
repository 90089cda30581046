package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketRecord;
import io.github.ticketsummarizer.streams.TicketTraces;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.github.ticketsummarizer.telemetry.attribute.Messaging;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.FinishedSpan;
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
            AttributesBuilder attributes = Attributes.builder()
                    .put(Product.PROCESSING_STATUS, SUCCESS)
                    .put(Product.ATTEMPTS, call.entry().attempts() + 1L);
            definition.function().describe(call.input(), answer, attributes);
            emit(call, attributes, null, now);
        }
    }

    void failed(StageCall<I, O> call, CallFailure failure, int attempts, Instant now) {
        if (tracing.isEnabled()) {
            AttributesBuilder attributes =
                    Attributes.builder().put(Product.PROCESSING_STATUS, FAILED).put(Product.ATTEMPTS, (long) attempts);
            definition.function().describe(call.input(), null, attributes);
            emit(call, attributes, SpanError.of(failure), now);
        }
    }

    private Context below(TicketTrace trace, Attributes more) {
        Stage stage = definition.stage();
        Attributes inherited = trace.attributes(stage).toBuilder().putAll(more).build();
        return Tracing.below(trace.stage(stage), inherited);
    }

    private void emit(StageCall<I, O> call, AttributesBuilder attributes, @Nullable SpanError error, Instant now) {
        TicketTrace trace = trace(call);
        Stage stage = definition.stage();
        TraceContext caller = trace.caller();
        boolean isFirst = stage == Stage.FETCH && caller != null;
        tracing.emit(new FinishedSpan(
                TicketTrace.spanName(stage),
                SpanKind.CONSUMER,
                trace.stage(stage),
                trace.root().spanId(),
                Instant.ofEpochMilli(call.entry().receivedAt()),
                now,
                attributes
                        .putAll(trace.attributes(stage))
                        .putAll(messaging(call))
                        .build(),
                events(call),
                isFirst ? List.of(caller) : List.of(),
                error));
    }

    private List<SpanEvent> events(StageCall<I, O> call) {
        Stream<Milestone> accepted = definition.stage() == Stage.FETCH
                ? Stream.of(new Milestone(Milestone.ACCEPTED, call.entry().receivedAt(), 0))
                : Stream.of();
        return Stream.concat(accepted, call.milestones().all().stream())
                .map(Milestone::event)
                .toList();
    }

    private Attributes messaging(StageCall<I, O> call) {
        PendingEntry entry = call.entry();
        return Attributes.builder()
                .put(OpenInference.SPAN_KIND, OpenInference.CHAIN)
                .put(Messaging.SYSTEM, Messaging.KAFKA)
                .put(Messaging.OPERATION_TYPE, Messaging.PROCESS)
                .put(Messaging.OPERATION_NAME, Messaging.PROCESS)
                .put(Messaging.DESTINATION_NAME, partition.topic())
                .put(Messaging.DESTINATION_PARTITION_ID, Integer.toString(partition.partition()))
                .put(Messaging.KAFKA_OFFSET, call.offset())
                .put(Messaging.KAFKA_MESSAGE_KEY, entry.key())
                .put(Messaging.CONSUMER_GROUP_NAME, consumerGroup)
                .put(
                        Product.QUEUE_TIME_MS,
                        Math.max(0, entry.receivedAt() - entry.timeline().sentAt()))
                .build();
    }

    private TicketTrace trace(StageCall<I, O> call) {
        return TicketTraces.of(call.input().request(), call.entry().headers());
    }
}
