package io.github.ticketsummarizer.streams.stage;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs the calls of all tasks of one instance on virtual threads: at most so many at once, first come first served
 * within a lane, the lanes in turn, each call with a deadline. A call that ends starts the next one at once, without
 * waiting for a stream thread. Thread-safe; it touches nothing of Kafka Streams.
 */
public final class CallScheduler implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<ScheduledCall<?>, RunningCall<?>> running = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer;
    private final Duration deadline;
    private final int inFlight;
    private boolean stopped;

    /**
     * @param inFlight calls at once
     * @param deadline after which a call is interrupted
     */
    public CallScheduler(int inFlight, Duration deadline) {
        this.inFlight = inFlight;
        this.deadline = deadline;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("call-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Hands a call over; it starts now or in its turn. */
    void submit(ScheduledCall<?> call) {
        lock.lock();
        try {
            lane(call).addLast(call);
            startWaiting();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a call back: it does not start any more, or is interrupted. */
    void withdraw(ScheduledCall<?> call) {
        lock.lock();
        try {
            lane(call).remove(call);
            RunningCall<?> runningCall = running.get(call);
            if (runningCall != null) {
                runningCall.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether calls of the lane wait for it to be opened again. */
    boolean isHeld(String laneName) {
        lock.lock();
        try {
            Lane lane = lanes.get(laneName);
            return lane != null && lane.isHeld();
        } finally {
            lock.unlock();
        }
    }

    /** Calls that run now. */
    public int running() {
        lock.lock();
        try {
            return running.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Starts no further call and waits for those that run.
     *
     * @return whether all ended in time
     */
    public boolean stop(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            stopped = true;
            long left = patience.toNanos();
            while (!running.isEmpty() && left > 0) {
                left = idle.awaitNanos(left);
            }
            return running.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Starts nothing more and interrupts what runs. */
    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            lanes.clear();
            running.values().forEach(RunningCall::interrupt);
        } finally {
            lock.unlock();
        }
        timer.shutdownNow();
    }

    private Lane lane(ScheduledCall<?> call) {
        return lanes.computeIfAbsent(call.lane(), name -> new Lane());
    }

    private void startWaiting() {
        long now = System.nanoTime();
        for (Lane lane = nextLane(now); lane != null; lane = nextLane(now)) {
            start(lane.takeFirst());
        }
    }

    /** The lane whose turn it is; it moves to the end of the round. */
    private @Nullable Lane nextLane(long now) {
        if (stopped || running.size() >= inFlight) {
            return null;
        }
        for (Map.Entry<String, Lane> entry : lanes.entrySet()) {
            Lane lane = entry.getValue();
            if (lane.canStart(now)) {
                lanes.remove(entry.getKey());
                lanes.put(entry.getKey(), lane);
                return lane;
            }
        }
        return null;
    }

    private <O> void start(ScheduledCall<O> call) {
        RunningCall<O> runningCall = new RunningCall<>(call, outcome -> ended(call, outcome));
        running.put(call, runningCall);
        ScheduledFuture<?> expiry = timer.schedule(runningCall::expire, deadline.toMillis(), TimeUnit.MILLISECONDS);
        runningCall.start(expiry);
    }

    private <O> void ended(ScheduledCall<O> call, CallOutcome<O> outcome) {
        call.complete(outcome);
        lock.lock();
        try {
            running.remove(call);
            if (outcome instanceof CallOutcome.LaneHeld<O>(Duration resumeAfter)) {
                hold(call, resumeAfter);
            } else {
                lane(call).ended(call);
            }
            startWaiting();
            if (running.isEmpty()) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void hold(ScheduledCall<?> call, Duration resumeAfter) {
        lane(call).hold(call, System.nanoTime() + resumeAfter.toNanos());
        if (!stopped) {
            var _ = timer.schedule(this::resume, resumeAfter.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void resume() {
        lock.lock();
        try {
            startWaiting();
        } finally {
            lock.unlock();
        }
    }
}
