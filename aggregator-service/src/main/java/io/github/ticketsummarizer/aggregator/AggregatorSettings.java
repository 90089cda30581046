package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.streams.stage.RecordLimit;
import java.time.Duration;

/**
 * How the aggregator waits, remembers and reports.
 *
 * @param ticketDeadline how long after acceptance a ticket is reported with what it has by then
 * @param closedRequestsRetention how long a reported request is remembered, so that what comes late is dropped
 * @param runSummaryInterval the least time between two summaries of one run; the complete one does not wait
 * @param maxRecordBytes the largest record that any topic takes, headers included
 */
public record AggregatorSettings(
        Duration ticketDeadline, Duration closedRequestsRetention, Duration runSummaryInterval, int maxRecordBytes) {
    private static final Duration DEADLINE_CHECKED_AT_LEAST_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** @throws IllegalArgumentException when a duration or the limit is not positive */
    public AggregatorSettings {
        requirePositive("ticketDeadline", ticketDeadline);
        requirePositive("closedRequestsRetention", closedRequestsRetention);
        requirePositive("runSummaryInterval", runSummaryInterval);
        if (maxRecordBytes < 1) {
            throw new IllegalArgumentException("maxRecordBytes is %d; it must be positive".formatted(maxRecordBytes));
        }
    }

    /** Reads {@code TICKET_DEADLINE}, {@code CLOSED_REQUESTS_RETENTION} and {@code RUN_SUMMARY_INTERVAL}. */
    public static AggregatorSettings from(Settings settings) {
        return new AggregatorSettings(
                bounded(settings, "TICKET_DEADLINE", Duration.ofHours(24)),
                bounded(settings, "CLOSED_REQUESTS_RETENTION", Duration.ofDays(7)),
                bounded(settings, "RUN_SUMMARY_INTERVAL", Duration.ofMillis(500)),
                RecordLimit.from(settings));
    }

    /** How often the deadline is looked at: a tenth of it, at most ten seconds. */
    Duration deadlineCheckInterval() {
        Duration tenth = ticketDeadline.dividedBy(10).plusMillis(1);
        return shorter(tenth, DEADLINE_CHECKED_AT_LEAST_EVERY);
    }

    /**
     * How long after a start no deadline counts: what a ticket is waiting for may have come while the aggregator was
     * down, and lie unread on a topic.
     */
    Duration graceAfterStart() {
        return shorter(ticketDeadline, LONGEST_GRACE);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration bounded(Settings settings, String name, Duration defaultValue) {
        Duration value = settings.duration(name, defaultValue);
        if (value.isPositive() && value.compareTo(LONGEST) <= 0) {
            return value;
        }
        settings.problem(name, "must be longer than nothing, and at most %dd".formatted(LONGEST.toDays()));
        return defaultValue;
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s is %s; it must be positive".formatted(name, value));
        }
    }
}
