package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.ModelCall;
import java.util.List;
import org.apache.kafka.common.header.Headers;

/**
 * A record the stage has taken in and not answered yet, as the pending store keeps it.
 *
 * @param attempts calls that have failed so far
 * @param dueAt when the next call may start, milliseconds since the epoch
 * @param receivedAt when the stage took the record in, milliseconds since the epoch
 * @param key the ticket's id
 * @param value the input record, serialized
 * @param headers what every later record of the ticket carries on
 * @param calls to a model that the attempts so far have made
 * @param timeline what the stage's span will tell
 */
record PendingEntry(
        int attempts,
        long dueAt,
        long receivedAt,
        String key,
        byte[] value,
        Headers headers,
        List<ModelCall> calls,
        Timeline timeline) {
    private static final byte[] NOT_KEPT = new byte[0];

    PendingEntry {
        calls = List.copyOf(calls);
    }

    /** A record that has just come, before it is serialized. */
    static PendingEntry received(long sentAt, long receivedAt, String key, Headers headers) {
        return new PendingEntry(0, receivedAt, receivedAt, key, NOT_KEPT, headers, List.of(), Timeline.since(sentAt));
    }

    /** The entry as it is kept. */
    PendingEntry holding(byte[] itsValue) {
        return new PendingEntry(attempts, dueAt, receivedAt, key, itsValue, headers, calls, timeline);
    }

    /** The entry after one more failed attempt. */
    PendingEntry retriedAt(long nextDueAt, List<Milestone> soFar) {
        return new PendingEntry(attempts + 1, nextDueAt, receivedAt, key, value, headers, calls, timeline.with(soFar));
    }

    /** The entry with all calls that were made so far. */
    PendingEntry withCalls(List<ModelCall> made) {
        return new PendingEntry(attempts, dueAt, receivedAt, key, value, headers, made, timeline);
    }
}
