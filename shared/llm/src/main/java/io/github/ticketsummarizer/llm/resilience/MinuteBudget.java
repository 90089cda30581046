package io.github.ticketsummarizer.llm.resilience;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * So many units in any 60 seconds, handed out evenly: providers judge a limit over a few seconds, so that a minute's worth
 * at once is refused.
 */
final class MinuteBudget {
    /** A part of the minute's units that may be used at once; the rest comes bit by bit. */
    private static final int BURST_PARTS = 10;

    private final Bucket bucket;
    private final long burst;

    MinuteBudget(int perMinute, TimeMeter time) {
        burst = Math.ceilDiv(perMinute, BURST_PARTS);
        // What is there at the start, and what comes within a minute, make the limit together.
        long refill = Math.max(1, perMinute - burst);
        bucket = Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Takes units, and waits for them where that is soon; more than can be there at one time are owed.
     *
     * @return how long it would have to be waited, longer than {@code patience}, with nothing taken; zero when they were
     *     taken
     */
    Duration take(long units, Duration patience, BlockingStrategy waiting) throws InterruptedException {
        long atOnce = Math.min(units, burst);
        if (!bucket.asBlocking().tryConsume(atOnce, patience.toNanos(), waiting)) {
            return Duration.ofNanos(bucket.estimateAbilityToConsume(atOnce).getNanosToWaitForRefill());
        }
        owe(units - atOnce);
        return Duration.ZERO;
    }

    /** Gives back units that were taken and not used; a negative number owes as many. */
    void giveBack(long units) {
        if (units > 0) {
            bucket.addTokens(units);
        } else {
            owe(-units);
        }
    }

    private void owe(long units) {
        if (units > 0) {
            bucket.consumeIgnoringRateLimits(units);
        }
    }
}
