package io.github.ticketsummarizer.zendesk.backfill;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a reader behaves that has time.
 *
 * @param firstWait before a call that failed is made again; doubled each time
 * @param longestWait what doubling ends at
 * @param pause waits, and answers whether it was told to end meanwhile
 * @param notes takes sentences for the person who waits
 */
public record BackfillPatience(Duration firstWait, Duration longestWait, Pause pause, Consumer<String> notes) {
    /** Waits for a time, or until it is told to end. */
    @FunctionalInterface
    public interface Pause {
        /** Waits, and says whether to end. */
        boolean await(Duration time) throws InterruptedException;
    }
}
