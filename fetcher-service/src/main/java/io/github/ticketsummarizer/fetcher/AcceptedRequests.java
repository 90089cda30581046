package io.github.ticketsummarizer.fetcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * The request ids accepted lately, by partition of {@code ticket-ids}: a producer that repeats a request id must repeat
 * the key as well, as ours does.
 *
 * <p>A window store forgets a whole window at a time, in memory and, by the retention of its topic, in the changelog.
 * Its windows are coarse, because a look-up visits each; the exact time stands in the value. They go by the wall clock:
 * by the records' own timestamps, one from the future would make the store forget all others.
 */
final class AcceptedRequests {
    static final String STORE = "accepted-requests";

    private static final int WINDOWS_IN_RETENTION = 24;

    private final WindowStore<String, Long> store;
    private final Duration retention;
    private final Duration window;

    AcceptedRequests(WindowStore<String, Long> store, Duration retention) {
        this.store = store;
        this.retention = retention;
        this.window = window(retention);
    }

    static StoreBuilder<WindowStore<String, Long>> storeBuilder(Duration retention) {
        Duration window = window(retention);
        return Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore(STORE, retention.plus(window), window, false),
                        Serdes.String(),
                        Serdes.Long())
                // A topic's retention removes closed segments only.
                .withLoggingEnabled(Map.of(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(window.toMillis())));
    }

    /** Remembers a request; false when it was accepted before, within the retention. */
    boolean add(String requestId, Instant now) {
        if (isKnown(requestId, now)) {
            return false;
        }
        long sinceWindowStart = now.toEpochMilli() % window.toMillis();
        store.put(requestId, now.toEpochMilli(), now.toEpochMilli() - sinceWindowStart);
        return true;
    }

    private boolean isKnown(String requestId, Instant now) {
        long oldest = now.minus(retention).toEpochMilli();
        long firstWindow = oldest - window.toMillis();
        try (WindowStoreIterator<Long> found = store.fetch(requestId, firstWindow, Long.MAX_VALUE)) {
            while (found.hasNext()) {
                if (found.next().value > oldest) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Duration window(Duration retention) {
        return retention.dividedBy(WINDOWS_IN_RETENTION);
    }
}
