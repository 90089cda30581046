package io.github.ticketsummarizer.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Something counted over all tickets, and over each resample of them. */
record Resampled<T>(T all, List<T> resamples) {
    private static final double LOWER = 0.025;
    private static final double UPPER = 0.975;

    /**
     * Makes a figure of the counts. Resamples that have no data for it are left out of its interval.
     *
     * @param tickets how many tickets the figure rests on
     */
    Figure figure(Function<T, OptionalDouble> statistic, ToLongFunction<T> tickets) {
        OptionalDouble value = statistic.apply(all);
        long size = tickets.applyAsLong(all);
        if (value.isEmpty()) {
            return Figure.notAvailable(size);
        }
        double[] sorted = resamples.stream()
                .map(statistic)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? new Figure(value.getAsDouble(), null, null, size)
                : new Figure(value.getAsDouble(), percentile(sorted, LOWER), percentile(sorted, UPPER), size);
    }

    /** Linear between the two nearest ranks: type 7 of Hyndman and Fan (1996), numpy's default. */
    static double percentile(double[] sorted, double share) {
        double rank = (sorted.length - 1) * share;
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
