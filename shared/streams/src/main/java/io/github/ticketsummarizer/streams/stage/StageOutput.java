package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageEvent;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.Topic;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes a stage's records. Values are serialized and measured here, and the sinks take bytes: nothing that could fail
 * the transaction for the sake of one ticket gets as far as the producer.
 */
final class StageOutput {
    private final ProcessorContext<String, byte[]> context;
    private final StageSinks sinks;
    private final int maxRecordBytes;

    StageOutput(ProcessorContext<String, byte[]> context, StageSinks sinks, int maxRecordBytes) {
        this.context = context;
        this.sinks = sinks;
        this.maxRecordBytes = maxRecordBytes;
    }

    /** Serializes a value for a topic or a store; a refusal says why it cannot be written. */
    <T> Prepared prepare(String destination, Serde<T> serde, T value, Headers headers) {
        byte[] bytes;
        try {
            bytes = serde.serializer().serialize(destination, value);
        } catch (RuntimeException e) {
            return new Prepared.Refused(CallFailure.permanent(
                    ErrorType.INTERNAL,
                    "the record for %s cannot be serialized (%s)"
                            .formatted(destination, e.getClass().getSimpleName())));
        }
        long size = RecordLimit.sizeOf(bytes, headers);
        return size > maxRecordBytes ? new Prepared.Refused(tooLarge(destination, size)) : new Prepared.Ready(bytes);
    }

    void output(String key, byte[] value, Headers headers) {
        forward(key, value, headers, sinks.output());
    }

    /** Events carry no headers: they are about a ticket, they are not on its way. */
    void event(String key, StageEvent event) {
        forward(
                key,
                serialize(sinks.events(), event),
                new RecordHeaders(),
                sinks.events().name());
    }

    void failure(String key, TicketFailure failure, Headers headers) {
        byte[] value = serialize(sinks.failures(), failure);
        if (RecordLimit.sizeOf(value, headers) > maxRecordBytes) {
            value = serialize(sinks.failures(), failure.withoutLargeParts());
        }
        if (RecordLimit.sizeOf(value, headers) > maxRecordBytes) {
            value = serialize(sinks.failures(), failure.withoutLargeParts().withCalls(List.of()));
        }
        forward(key, value, headers, sinks.failures().name());
    }

    /** A kept entry that this version cannot read any more closes its ticket by what its headers say. */
    void unreadable(Stage stage, PendingEntry entry) {
        String requestId = HeaderText.of(entry.headers(), HeaderNames.REQUEST_ID);
        if (requestId != null) {
            failure(
                    entry.key(),
                    TicketFailure.unreadable(
                                    requestId,
                                    HeaderText.of(entry.headers(), HeaderNames.RUN_ID),
                                    stage,
                                    "the ticket waited in a form that this version cannot read; submit it again",
                                    Instant.ofEpochMilli(context.currentSystemTimeMs()))
                            .withCalls(entry.calls()),
                    entry.headers());
        }
    }

    private CallFailure tooLarge(String topicName, long size) {
        return CallFailure.permanent(
                ErrorType.RECORD_TOO_LARGE,
                "the record for %s would have %d bytes, and %d are allowed; raise RECORD_MAX_BYTES everywhere"
                        .formatted(topicName, size, maxRecordBytes));
    }

    private static <T> byte[] serialize(Topic<T> topic, T value) {
        return topic.valueSerde().serializer().serialize(topic.name(), value);
    }

    private void forward(String key, byte[] value, Headers headers, String child) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs(), new RecordHeaders(headers)), child);
    }

    /** A value on its way. */
    sealed interface Prepared {
        /** It can be written. */
        record Ready(byte[] value) implements Prepared {}

        /** It cannot, and the ticket fails. */
        record Refused(CallFailure failure) implements Prepared {}
    }
}
