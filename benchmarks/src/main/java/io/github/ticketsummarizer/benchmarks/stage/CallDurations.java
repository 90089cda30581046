package io.github.ticketsummarizer.benchmarks.stage;

import java.time.Duration;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;

/** How long each call takes, by the number of its ticket. */
final class CallDurations {
    private static final double SIGMA = 0.6;
    private static final long SEED = 20_261_124;

    private final String description;
    private final long[] nanos;

    private CallDurations(String description, long[] nanos) {
        this.description = description;
        this.nanos = nanos;
    }

    /** All alike. */
    static CallDurations constant(int count, Duration each) {
        long[] nanos = new long[count];
        Arrays.fill(nanos, each.toNanos());
        return new CallDurations("constant", nanos);
    }

    /** Log-normal with this mean and sigma 0.6: most are shorter than the mean, one in a hundred three times as long. */
    static CallDurations logNormal(int count, Duration mean) {
        Random random = new Random(SEED);
        double mu = Math.log((double) mean.toNanos()) - SIGMA * SIGMA / 2;
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            nanos[i] = Math.round(Math.exp(mu + SIGMA * random.nextGaussian()));
        }
        return new CallDurations("log-normal, sigma 0.6", nanos);
    }

    String description() {
        return description;
    }

    int count() {
        return nanos.length;
    }

    Duration of(int ticket) {
        return Duration.ofNanos(nanos[ticket]);
    }

    /** What workers that never wait for anything would need, taking the calls in order. */
    Duration ideal(int workers) {
        PriorityQueue<Long> freeAt = new PriorityQueue<>();
        for (int i = 0; i < workers; i++) {
            freeAt.add(0L);
        }
        long end = 0;
        for (long call : nanos) {
            long finished = freeAt.remove() + call;
            end = Math.max(end, finished);
            freeAt.add(finished);
        }
        return Duration.ofNanos(end);
    }
}
