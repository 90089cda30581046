package io.github.ticketsummarizer.evaluation;

import java.util.BitSet;
import java.util.OptionalDouble;

/** How many of the tickets that count are right. */
record Proportion(long right, long counted) {
    /** @param tickets indices, repeated ones counted as often as they stand there */
    static Proportion of(int[] tickets, BitSet counting, BitSet right) {
        long counted = 0;
        long hits = 0;
        for (int ticket : tickets) {
            if (counting.get(ticket)) {
                counted++;
                hits += right.get(ticket) ? 1 : 0;
            }
        }
        return new Proportion(hits, counted);
    }

    OptionalDouble value() {
        return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / counted);
    }
}
