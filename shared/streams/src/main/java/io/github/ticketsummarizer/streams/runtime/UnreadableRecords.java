package io.github.ticketsummarizer.streams.runtime;

import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.TicketFailure;
import io.github.ticketsummarizer.streams.HeaderText;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.telemetry.HeaderNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What is written for a record that a stage cannot read: the raw bytes as a dead letter, and, where its headers say
 * whose it is, the failure that closes its ticket.
 */
final class UnreadableRecords {
    // The names that Kafka Streams gives the headers of its dead letters (KIP-1034), without message and stack trace,
    // which can quote the value.
    private static final String PREFIX = "__streams.errors.";

    private final Stage stage;
    private final Topics topics;
    private final Clock clock;
    private final LongAdder count = new LongAdder();

    UnreadableRecords(Stage stage, Topics topics, Clock clock) {
        this.stage = stage;
        this.topics = topics;
        this.clock = clock;
    }

    /** How many there were. */
    long count() {
        return count.sum();
    }

    List<ProducerRecord<byte[], byte[]>> recordsFor(ConsumerRecord<byte[], byte[]> unreadable, Exception cause) {
        count.increment();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(deadLetter(unreadable, cause));
        String requestId = HeaderText.of(unreadable.headers(), HeaderNames.REQUEST_ID);
        if (requestId != null && unreadable.key() != null) {
            records.add(failure(unreadable, requestId));
        }
        return records;
    }

    private ProducerRecord<byte[], byte[]> deadLetter(ConsumerRecord<byte[], byte[]> unreadable, Exception cause) {
        Headers headers = new RecordHeaders(unreadable.headers());
        HeaderText.add(headers, PREFIX + "exception", cause.getClass().getName());
        HeaderText.add(headers, PREFIX + "topic", unreadable.topic());
        HeaderText.add(headers, PREFIX + "partition", Integer.toString(unreadable.partition()));
        HeaderText.add(headers, PREFIX + "offset", Long.toString(unreadable.offset()));
        return new ProducerRecord<>(
                topics.deadLetters().name(), null, clock.millis(), unreadable.key(), unreadable.value(), headers);
    }

    private ProducerRecord<byte[], byte[]> failure(ConsumerRecord<byte[], byte[]> unreadable, String requestId) {
        TicketFailure failure = TicketFailure.unreadable(
                requestId,
                HeaderText.of(unreadable.headers(), HeaderNames.RUN_ID),
                stageOf(unreadable.topic()),
                "record %s-%d@%d cannot be read; its bytes are in %s"
                        .formatted(
                                unreadable.topic(),
                                unreadable.partition(),
                                unreadable.offset(),
                                topics.deadLetters().name()),
                clock.instant());
        byte[] value = topics.ticketFailures()
                .valueSerde()
                .serializer()
                .serialize(topics.ticketFailures().name(), failure);
        return new ProducerRecord<>(
                topics.ticketFailures().name(), null, clock.millis(), unreadable.key(), value, unreadable.headers());
    }

    /** A lost result of an analysis costs the ticket that analysis only, not the other. */
    private Stage stageOf(String topic) {
        if (topic.equals(topics.podResults().name())) {
            return Stage.CATEGORIZATION;
        }
        return topic.equals(topics.diagnosticsResults().name()) ? Stage.DIAGNOSTICS : stage;
    }
}
