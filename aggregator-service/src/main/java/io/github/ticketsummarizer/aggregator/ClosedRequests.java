package io.github.ticketsummarizer.aggregator;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * The requests that have their report. A window store forgets whole windows at a time, in memory and in its changelog,
 * so nothing has to look for what is old. It takes some 250 bytes a request.
 */
final class ClosedRequests {
    static final String STORE = "closed-requests";
    /** A look-up visits each window, and up to one window more than the retention is kept: 24 keeps both small. */
    private static final int WINDOWS = 24;

    private final WindowStore<String, Long> store;
    private final long windowMillis;

    ClosedRequests(WindowStore<String, Long> store, Duration retention) {
        this.store = store;
        this.windowMillis = windowMillis(retention);
    }

    /** The store, for a topology. */
    static StoreBuilder<WindowStore<String, Long>> store(Duration retention) {
        Duration window = Duration.ofMillis(windowMillis(retention));
        return Stores.windowStoreBuilder(
                Stores.inMemoryWindowStore(STORE, retention.plus(window), window, false),
                Serdes.String(),
                Serdes.Long());
    }

    boolean contains(String requestId) {
        try (WindowStoreIterator<Long> closings = store.fetch(requestId, 0, Long.MAX_VALUE)) {
            return closings.hasNext();
        }
    }

    void add(String requestId, Instant closedAt) {
        long millis = closedAt.toEpochMilli();
        store.put(requestId, millis, millis - millis % windowMillis);
    }

    private static long windowMillis(Duration retention) {
        return Math.max(1, retention.toMillis() / WINDOWS);
    }
}
