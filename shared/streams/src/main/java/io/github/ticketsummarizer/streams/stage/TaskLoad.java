package io.github.ticketsummarizer.streams.stage;

import java.util.function.BooleanSupplier;

/**
 * How much one task of a stage holds, written by its stream thread and read by the consumer that feeds it.
 * Thread-safe.
 */
public final class TaskLoad {
    private final int highMark;
    private final int lowMark;
    private final int parkedMax;
    private final BooleanSupplier outcomesWaiting;
    private volatile int active;
    private volatile int parked;
    private volatile long drainedAtNanos = System.nanoTime();

    /** @param outcomesWaiting whether calls ended that the task has not taken in; asked by any thread */
    TaskLoad(StageSettings settings, BooleanSupplier outcomesWaiting) {
        this.highMark = settings.highMark();
        this.lowMark = settings.lowMark();
        this.parkedMax = settings.parkedMax();
        this.outcomesWaiting = outcomesWaiting;
    }

    void update(int activeNow, int parkedNow) {
        active = activeNow;
        parked = parkedNow;
        drainedAtNanos = System.nanoTime();
    }

    /** Whether the task should get no more records. */
    public boolean isFull() {
        return active >= highMark || parked >= parkedMax;
    }

    /** Whether a task that was full may get records again. */
    public boolean hasRoom() {
        return active <= lowMark && parked < parkedMax;
    }

    /** Whether outcomes may come in, so that the stream thread should look often. */
    public boolean isBusy() {
        return active > 0;
    }

    /** Records the task holds, those of held lanes included. */
    public int held() {
        return active + parked;
    }

    /** Whether calls ended whose outcomes the task has not taken in yet. */
    public boolean hasOutcomesWaiting() {
        return outcomesWaiting.getAsBoolean();
    }

    /** Nanoseconds since the task last took in its outcomes; a sign of life. */
    public long nanosSinceDrain() {
        return System.nanoTime() - drainedAtNanos;
    }
}
