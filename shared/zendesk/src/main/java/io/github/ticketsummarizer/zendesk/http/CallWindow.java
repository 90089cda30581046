package io.github.ticketsummarizer.zendesk.http;

import java.util.ArrayList;
import java.util.List;

/**
 * When calls were or will be made, and so when the next may be: no span of the window's length ever has more than are
 * allowed. Times are nanoseconds of one clock. Not thread-safe.
 */
final class CallWindow {
    private final long length;
    private final List<Long> taken = new ArrayList<>(); // ascending
    private int allowed;
    private long pausedUntil = Long.MIN_VALUE;

    CallWindow(long length, int allowed) {
        this.length = length;
        this.allowed = allowed;
    }

    /**
     * The first time at which a call may be made.
     *
     * @param ahead calls that will be made before it and have no time yet
     */
    long next(long now, int ahead) {
        forgetBefore(now - length);
        return Math.max(pausedUntil, free(now, ahead));
    }

    private long free(long now, int ahead) {
        int index = taken.size() - allowed + ahead;
        if (index < 0) {
            return now;
        }
        return index < taken.size() ? Math.max(now, taken.get(index) + length) : free(now, ahead - allowed) + length;
    }

    private void forgetBefore(long time) {
        int past = 0;
        while (past < taken.size() && taken.get(past) <= time) {
            past++;
        }
        taken.subList(0, past).clear();
    }

    /** A call is made at a time that {@link #next} named, or later. */
    void take(long at) {
        int index = taken.size();
        while (index > 0 && taken.get(index - 1) > at) {
            index--;
        }
        taken.add(index, at);
    }

    /** A call that was to be made then is not. */
    void giveBack(long at) {
        taken.remove(Long.valueOf(at));
    }

    /** @return whether that is news */
    boolean allow(int calls) {
        boolean changed = calls != allowed;
        allowed = calls;
        return changed;
    }

    /** @return whether that is news */
    boolean pauseUntil(long time) {
        boolean changed = time > pausedUntil;
        pausedUntil = Math.max(pausedUntil, time);
        return changed;
    }
}
