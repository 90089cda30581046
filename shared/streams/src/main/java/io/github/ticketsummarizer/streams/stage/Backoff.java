package io.github.ticketsummarizer.streams.stage;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: exponential with "equal jitter" (half fixed, half random; M. Brooker,
 * "Exponential Backoff and Jitter", AWS Architecture Blog, 2015), and never less than the other side asked for.
 */
record Backoff(Duration first, Duration most, RandomGenerator jitter) {
    /** @param failedAttempts calls that have failed, from 1 */
    Duration after(int failedAttempts, @Nullable Duration retryAfter) {
        int doublings = Math.min(failedAttempts - 1, 30);
        long ceiling = Math.min(most.toMillis(), first.toMillis() << doublings);
        long wait = ceiling <= 1 ? ceiling : ceiling / 2 + jitter.nextLong(ceiling / 2 + 1);
        return retryAfter == null || retryAfter.toMillis() < wait ? Duration.ofMillis(wait) : retryAfter;
    }
}
