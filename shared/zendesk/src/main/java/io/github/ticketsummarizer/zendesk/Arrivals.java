package io.github.ticketsummarizer.zendesk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** When callers came lately, and so whether more are to be waited for. Times are nanoseconds of one clock. Not thread-safe. */
final class Arrivals {
    /** A batch that is not full leaves when nobody has come for so long: hardly a delay for a ticket that is alone. */
    private static final Duration QUIET = Duration.ofMillis(100);

    /** Where many have come lately, more are likely to; a call saved is worth more than this delay at the end of a run. */
    private static final Duration QUIET_AMONG_MANY = Duration.ofMillis(300);

    private static final int MANY = 20;
    private static final Duration LATELY = Duration.ofSeconds(5);

    private final Deque<Long> latest = new ArrayDeque<>();

    /** Somebody came. */
    void add(long now) {
        latest.addLast(now);
        if (latest.size() > MANY) {
            latest.removeFirst();
        }
    }

    /** How long to wait for the next one, after somebody has come; zero when it is time to leave. */
    Duration quiet(long now) {
        boolean many = latest.size() == MANY && now - latest.getFirst() < LATELY.toNanos();
        Duration quiet = many ? QUIET_AMONG_MANY : QUIET;
        Duration left = quiet.minusNanos(now - latest.getLast());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
