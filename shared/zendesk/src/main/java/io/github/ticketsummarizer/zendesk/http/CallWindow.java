package io.github.ticketsummarizer.zendesk.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls under way and those that ended lately, and so when the next may begin: no span of the window's length ever has
 * more at the server than are allowed. The server counts a call at some time between its beginning and its end, so a call
 * takes room from the one until a window after the other. Times are nanoseconds of one clock. Not thread-safe.
 */
final class CallWindow {
    private final long length;
    private final List<Long> ended = new ArrayList<>(); // ascending
    private int underWay;
    private int allowed;
    private long pausedUntil = Long.MIN_VALUE;

    CallWindow(long length, int allowed) {
        this.length = length;
        this.allowed = allowed;
    }

    /**
     * The first time at which a call may begin; later, where calls under way take longer.
     *
     * @param ahead calls that will begin before it
     */
    long next(long now, int ahead) {
        forgetBefore(now - length);
        return Math.max(pausedUntil, free(now, ahead));
    }

    private long free(long now, int ahead) {
        int past = ended.size() + underWay + ahead - allowed; // the last call that must be out of the way
        if (past < 0) {
            return now;
        }
        if (past < ended.size()) {
            return ended.get(past) + length;
        }
        return past < ended.size() + underWay ? now + length : free(now, ahead - allowed) + length;
    }

    private void forgetBefore(long time) {
        int past = 0;
        while (past < ended.size() && ended.get(past) <= time) {
            past++;
        }
        ended.subList(0, past).clear();
    }

    /** A call begins, at a time that {@link #next} named or later. */
    void begin() {
        underWay++;
    }

    /** A call has ended, whatever came of it. */
    void end(long now) {
        underWay--;
        ended.add(now);
    }

    /** Allows so many calls, and says whether that is news. */
    boolean allow(int calls) {
        boolean changed = calls != allowed;
        allowed = calls;
        return changed;
    }

    /** Lets no call start before the time, and says whether that is news. */
    boolean pauseUntil(long time) {
        boolean changed = time > pausedUntil;
        pausedUntil = Math.max(pausedUntil, time);
        return changed;
    }
}
