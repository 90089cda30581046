package io.github.ticketsummarizer.streams.stage;

/**
 * How much one task of a stage holds, written by its stream thread and read by the consumer that feeds it.
 * Thread-safe.
 */
public final class TaskLoad {
    private final int highMark;
    private final int lowMark;
    private final int parkedMax;
    private volatile int active;
    private volatile int parked;
    private volatile long drainedAtNanos = System.nanoTime();

    TaskLoad(StageSettings settings) {
        this.highMark = settings.highMark();
        this.lowMark = settings.lowMark();
        this.parkedMax = settings.parkedMax();
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

    /** Nanoseconds since the task last took in its outcomes; a sign of life. */
    public long nanosSinceDrain() {
        return System.nanoTime() - drainedAtNanos;
    }
}
