package io.github.ticketsummarizer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How far figures would move with other tickets of the same kind: tickets are drawn with replacement, as many as there
 * are, again and again (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
 *
 * <p>The generator is {@link Random}, whose algorithm is part of its specification, so that anybody can draw the same:
 * one generator per figure's data, {@code nextInt(n)} for ticket after ticket, resample after resample.
 *
 * @param resamples how many times
 * @param seed of the generator
 */
public record Bootstrap(int resamples, long seed) {
    /** Enough for the second digit of a percentile to stand still. */
    public static final Bootstrap STANDARD = new Bootstrap(2_000, 1);

    /** The mean of a number that each ticket has, with its interval. */
    public Figure mean(double[] byTicket) {
        return count(
                        byTicket.length,
                        tickets -> Arrays.stream(tickets)
                                .mapToDouble(ticket -> byTicket[ticket])
                                .average())
                .figure(mean -> mean, mean -> byTicket.length);
    }

    /**
     * Counts something over all tickets, and over each resample.
     *
     * @param tickets how many there are; with none there are no resamples
     * @param count is given the indices of tickets, which it must not keep: the array is used again
     */
    <T> Resampled<T> count(int tickets, Function<int[], T> count) {
        T all = count.apply(IntStream.range(0, tickets).toArray());
        List<T> counts = new ArrayList<>();
        Random random = new Random(seed);
        int[] drawn = new int[tickets];
        for (int i = 0; i < resamples && tickets > 0; i++) {
            for (int j = 0; j < tickets; j++) {
                drawn[j] = random.nextInt(tickets);
            }
            counts.add(count.apply(drawn));
        }
        return new Resampled<>(all, counts);
    }
}
