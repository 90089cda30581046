package io.github.ticketsummarizer.fakes.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts of requests, their rate and how many are at work. Not thread-safe. */
final class Traffic {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Deque<Instant> lastMinute = new ArrayDeque<>();
    private long count;
    private int inFlight;
    private int maxInFlight;
    private int highestInAMinute;

    void arrived(Instant now) {
        count++;
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
        lastMinute.addLast(now);
        Instant start = now.minus(MINUTE);
        while (!lastMinute.getFirst().isAfter(start)) {
            lastMinute.removeFirst();
        }
        highestInAMinute = Math.max(highestInAMinute, lastMinute.size());
    }

    void ended() {
        inFlight--;
    }

    long count() {
        return count;
    }

    int maxInFlight() {
        return maxInFlight;
    }

    int highestInAMinute() {
        return highestInAMinute;
    }
}
