package io.github.ticketsummarizer.streams.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The calls of one lane that wait, and whether it is held back. Guarded by the scheduler's lock. */
final class Lane {
    private final Deque<ScheduledCall<?>> waiting = new ArrayDeque<>();
    private long heldUntilNanos;
    private boolean held;
    private @Nullable ScheduledCall<?> probe;

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
        heldUntilNanos = untilNanos;
        if (call.equals(probe)) {
            probe = null;
        }
    }

    /**
     * A call of the lane ended. A held lane is opened by the one that tried it; those that ran when it was held tell
     * nothing of it, and would let all others in only to be held again.
     */
    void ended(ScheduledCall<?> call) {
        if (call.equals(probe)) {
            held = false;
            probe = null;
        }
    }

    /** Whether a call may start; after a hold a single one goes ahead to try the lane. */
    boolean canStart(long nowNanos) {
        return !waiting.isEmpty() && (!held || (nowNanos - heldUntilNanos >= 0 && probe == null));
    }

    ScheduledCall<?> takeFirst() {
        ScheduledCall<?> first = waiting.removeFirst();
        if (held) {
            probe = first;
        }
        return first;
    }
}
