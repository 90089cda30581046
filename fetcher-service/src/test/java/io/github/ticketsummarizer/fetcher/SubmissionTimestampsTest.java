package io.github.ticketsummarizer.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTimestampsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00Z, 2026-11-24T10:00:00Z",
        "2026-11-17T10:00:00Z, 2026-11-17T10:00:00Z",
        "2026-11-17T09:59:59Z, 2026-11-24T10:00:00Z",
        "2026-11-24T10:00:01Z, 2026-11-24T10:00:00Z",
        "1969-12-31T23:59:59.999Z, 2026-11-24T10:00:00Z",
    })
    void aTimeThatCannotBeTrueIsReplacedByNow(Instant timestamp, Instant expected) {
        ConsumerRecord<Object, Object> submission = new ConsumerRecord<>(
                "ticket-ids",
                0,
                0,
                timestamp.toEpochMilli(),
                TimestampType.CREATE_TIME,
                -1,
                1,
                null,
                "7",
                new RecordHeaders(),
                Optional.empty());

        long extracted = new SubmissionTimestamps(Clock.fixed(NOW, ZoneOffset.UTC)).extract(submission, -1);

        assertThat(Instant.ofEpochMilli(extracted)).isEqualTo(expected);
    }
}
