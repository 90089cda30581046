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
 */
record PendingEntry(
        int attempts, long dueAt, long receivedAt, String key, byte[] value, Headers headers, List<ModelCall> calls) {
    PendingEntry {
        calls = List.copyOf(calls);
    }

    /** An entry for which no model was called yet. */
    PendingEntry(int attempts, long dueAt, long receivedAt, String key, byte[] value, Headers headers) {
        this(attempts, dueAt, receivedAt, key, value, headers, List.of());
    }

    /** The entry after one more failed attempt. */
    PendingEntry retriedAt(long nextDueAt) {
        return new PendingEntry(attempts + 1, nextDueAt, receivedAt, key, value, headers, calls);
    }

    /** The entry with all calls that were made so far. */
    PendingEntry withCalls(List<ModelCall> made) {
        return new PendingEntry(attempts, dueAt, receivedAt, key, value, headers, made);
    }
}
