package io.github.ticketsummarizer.cli.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How fast a count has grown lately: over the last fifteen seconds, or since the start where that is less. */
final class Rate {
    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final Duration SAMPLE_INTERVAL = Duration.ofMillis(500);

    private final List<Sample> samples = new ArrayList<>();

    private record Sample(Instant at, int count) {}

    /** Notes the count of this moment; moments must not go back. */
    void note(Instant now, int count) {
        if (samples.isEmpty() || Duration.between(samples.getLast().at(), now).compareTo(SAMPLE_INTERVAL) >= 0) {
            samples.add(new Sample(now, count));
        }
        // The first sample that is left covers the window whole.
        while (samples.size() > 2 && covers(samples.get(1), now)) {
            samples.removeFirst();
        }
    }

    /** Per second; 0 before anything grew. */
    double perSecond(Instant now, int count) {
        if (samples.isEmpty() || !now.isAfter(samples.getFirst().at())) {
            return 0;
        }
        Sample first = samples.getFirst();
        return (count - first.count())
                * 1000.0
                / Duration.between(first.at(), now).toMillis();
    }

    /** How long the rest takes at this rate; empty where that cannot be told, zero where nothing is left. */
    static Optional<Duration> timeFor(int remaining, double perSecond) {
        if (remaining <= 0) {
            return Optional.of(Duration.ZERO);
        }
        return perSecond <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (remaining * 1000 / perSecond)));
    }

    private static boolean covers(Sample sample, Instant now) {
        return Duration.between(sample.at(), now).compareTo(WINDOW) >= 0;
    }
}
