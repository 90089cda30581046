package io.github.ticketsummarizer.streams.stage;

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
 */
record PendingEntry(int attempts, long dueAt, long receivedAt, String key, byte[] value, Headers headers) {
    /** The entry after one more failed call. */
    PendingEntry retriedAt(long nextDueAt) {
        return new PendingEntry(attempts + 1, nextDueAt, receivedAt, key, value, headers);
    }
}
