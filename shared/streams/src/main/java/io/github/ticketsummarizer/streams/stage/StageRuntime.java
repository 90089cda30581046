package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.telemetry.span.Tracing;
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
        StageSettings settings,
        CallScheduler calls,
        TaskLoads loads,
        Clock clock,
        RandomGenerator jitter,
        Tracing tracing)
        implements AutoCloseable {
    /** A runtime of its own for one instance of a stage, that is not traced. */
    public StageRuntime(StageSettings settings) {
        this(settings, Tracing.none());
    }

    /** A runtime of its own for one instance of a stage. */
    public StageRuntime(StageSettings settings, Tracing tracing) {
        this(
                settings,
                new CallScheduler(settings.inFlight(), settings.callDeadline()),
                new TaskLoads(),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                tracing);
    }

    @Override
    public void close() {
        calls.close();
    }
}
