package io.github.ticketsummarizer.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A measured number.
 *
 * @param value null when there is no data for it
 * @param low the lower end of its 95 % interval; null when there is none, and likewise the upper end
 * @param tickets how many tickets it rests on
 */
public record Figure(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        long tickets) {
    /** A figure that there is no data for. */
    static Figure notAvailable(long tickets) {
        return new Figure(null, null, null, tickets);
    }
}
