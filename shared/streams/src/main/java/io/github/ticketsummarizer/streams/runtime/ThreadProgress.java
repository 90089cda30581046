package io.github.ticketsummarizer.streams.runtime;

import java.time.Duration;

/** When a stream thread last went round its loop. Written by that thread, read by the health endpoint. */
final class ThreadProgress {
    private volatile long polledAtNanos = System.nanoTime();
    private volatile boolean stopped;

    void polled() {
        polledAtNanos = System.nanoTime();
    }

    void stopped() {
        stopped = true;
    }

    boolean isStuckSince(Duration patience) {
        return !stopped && System.nanoTime() - polledAtNanos > patience.toNanos();
    }
}
