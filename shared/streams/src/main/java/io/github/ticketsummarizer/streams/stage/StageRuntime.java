package io.github.ticketsummarizer.streams.stage;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What the tasks of one instance of a stage share.
 *
 * @param calls the permits, and the calls that wait for one
 * @param loads what each task holds, for flow control and liveness
 * @param jitter spreads the waits between attempts
 */
public record StageRuntime(
        StageSettings settings, CallScheduler calls, TaskLoads loads, Clock clock, RandomGenerator jitter)
        implements AutoCloseable {
    /** A runtime of its own for one instance of a stage. */
    public StageRuntime(StageSettings settings) {
        this(
                settings,
                new CallScheduler(settings.inFlight(), settings.callDeadline()),
                new TaskLoads(),
                Clock.systemUTC(),
                RandomGenerator.getDefault());
    }

    @Override
    public void close() {
        calls.close();
    }
}
