package io.github.ticketsummarizer.fetcher;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The timestamps of submissions, which any producer may set as it likes. One that cannot be true is replaced by now:
 * changelog records inherit it, and a broker refuses those from the future and deletes those from the far past.
 */
final class SubmissionTimestamps implements TimestampExtractor {
    // As long as ticket-ids keeps its records.
    private static final Duration OLDEST = Duration.ofDays(7);

    private final Clock clock;

    SubmissionTimestamps(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> submission, long partitionTime) {
        long now = clock.millis();
        long timestamp = submission.timestamp();
        return timestamp > now || timestamp < now - OLDEST.toMillis() ? now : timestamp;
    }
}
