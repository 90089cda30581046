package io.github.ticketsummarizer.aggregator;

import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.streams.JsonSerde;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The requests that have no report yet, in a store, and their order of waiting, in memory. */
final class OpenEntries {
    static final String STORE = "open-entries";

    /** The parts of a ticket come close together. An entry takes some 20 KB. */
    private static final int REMEMBERED = 500;

    private final JsonStore<OpenEntry> entries;
    private final DeadlineIndex deadlines = new DeadlineIndex();
    private final Clock clock;

    /** Reads the store through once, to learn since when its entries wait. */
    OpenEntries(KeyValueStore<String, byte[]> store, Json json, int maxRecordBytes, Clock clock) {
        this.clock = clock;
        this.entries = new JsonStore<>(
                store, new JsonSerde<>(json, OpenEntry.class), maxRecordBytes, REMEMBERED, this::unreadable);
        entries.forEach((requestId, entry) -> deadlines.put(requestId, entry.waitingSince()));
    }

    @Nullable
    OpenEntry find(String requestId) {
        return entries.find(requestId);
    }

    /** Keeps an entry; false when it is too large to be kept, and then what was kept before stays. */
    boolean put(OpenEntry entry) {
        boolean isKept = entries.put(entry.requestId(), entry);
        if (isKept) {
            deadlines.put(entry.requestId(), entry.waitingSince());
        }
        return isKept;
    }

    /** Removes an entry; one that was complete with its first part was never kept, and leaves no trace. */
    void remove(String requestId) {
        if (deadlines.remove(requestId)) {
            entries.delete(requestId);
        }
    }

    /** The requests that wait since that moment or longer, the longest first. */
    List<String> waitingSince(Instant moment) {
        return deadlines.waitingSince(moment);
    }

    private OpenEntry unreadable(String requestId) {
        ReportError error = new ReportError(
                Stage.MERGE,
                ErrorType.INTERNAL,
                "what had come of the ticket was kept in a form that this version cannot read; submit it again",
                true,
                0);
        Instant now = clock.instant();
        return OpenEntry.opened(requestId, now)
                .with(new Part.Failed(requestId, null, null, error, List.of(), List.of()), null, null, now);
    }
}
