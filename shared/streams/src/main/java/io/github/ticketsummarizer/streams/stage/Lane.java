package io.github.ticketsummarizer.streams.stage;

import java.util.ArrayDeque;
import java.util.Deque;

/** The calls of one lane that wait, and whether it is held back. Guarded by the scheduler's lock. */
final class Lane {
    private final Deque<ScheduledCall<?>> waiting = new ArrayDeque<>();
    private long heldUntilNanos;
    private boolean held;
    private boolean probing;

    void addLast(ScheduledCall<?> call) {
        waiting.addLast(call);
    }

    boolean remove(ScheduledCall<?> call) {
        return waiting.remove(call);
    }

    boolean isHeld() {
        return held;
    }

    /** The lane's call found it held back; it waits in front of the others. */
    void hold(ScheduledCall<?> call, long untilNanos) {
        waiting.addFirst(call);
        held = true;
        probing = false;
        heldUntilNanos = untilNanos;
    }

    /** A call of the lane came through: it is open again. */
    void open() {
        held = false;
        probing = false;
    }

    /** Whether a call may start; after a hold a single one goes ahead to try the lane. */
    boolean canStart(long nowNanos) {
        return !waiting.isEmpty() && (!held || (nowNanos - heldUntilNanos >= 0 && !probing));
    }

    ScheduledCall<?> takeFirst() {
        probing = held;
        return waiting.removeFirst();
    }
}
