package io.github.ticketsummarizer.fakes.zendesk;

import java.time.Duration;
import java.time.Instant;

/** Counts requests against one limit of so many a minute. */
final class LimitWindow {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int limit;
    private Instant end = Instant.MIN;
    private int used;

    LimitWindow(int limit) {
        this.limit = limit;
    }

    /** Counts a request, unless the limit is used up. */
    synchronized State take(Instant now) {
        if (!now.isBefore(end)) {
            end = now.plus(MINUTE);
            used = 0;
        }
        boolean allowed = used < limit;
        if (allowed) {
            used++;
        }
        return new State(allowed, limit, limit - used, Duration.between(now, end));
    }

    /**
     * What a limit says to a request.
     *
     * @param reset when the whole limit is there again, from now on
     */
    record State(boolean allowed, int limit, int remaining, Duration reset) {
        long resetSeconds() {
            return reset.plusMillis(999).toSeconds();
        }
    }
}
