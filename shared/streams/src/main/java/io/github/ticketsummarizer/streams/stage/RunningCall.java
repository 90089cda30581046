package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call on its virtual thread. It ends exactly once: by itself or by its deadline, whichever comes first. */
final class RunningCall<O> {
    private static final Logger log = LoggerFactory.getLogger(RunningCall.class);

    private final ScheduledCall<O> call;
    private final Consumer<CallOutcome<O>> onEnd;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread;
    private volatile @Nullable Future<?> expiry;

    RunningCall(ScheduledCall<O> call, Consumer<CallOutcome<O>> onEnd) {
        this.call = call;
        this.onEnd = onEnd;
        this.thread = Thread.ofVirtual().name("call").unstarted(() -> end(outcome()));
    }

    void start(Future<?> timer) {
        expiry = timer;
        thread.start();
    }

    /** The deadline passed: the call counts as failed from now on, even when it ignores the interrupt. */
    void expire() {
        end(new CallOutcome.Failure<>(CallFailure.transientFailure(
                ErrorType.DEADLINE_EXCEEDED,
                "the call did not end within its deadline; raise CALL_DEADLINE if calls take this long")));
        thread.interrupt();
    }

    void interrupt() {
        thread.interrupt();
    }

    private CallOutcome<O> outcome() {
        try {
            return Objects.requireNonNull(call.run(), "the stage's function answered null");
        } catch (InterruptedException interrupted) {
            return new CallOutcome.Failure<>(
                    CallFailure.transientFailure(ErrorType.INTERNAL, "the call was interrupted"));
        } catch (Throwable thrown) { // an Error of one call must not take the permit with it
            log.atWarn().addKeyValue("error", thrown.getClass().getName()).log("a stage's function threw");
            return new CallOutcome.Failure<>(CallFailure.permanent(
                    ErrorType.INTERNAL,
                    "the stage's function threw %s; this is a defect, please report it"
                            .formatted(thrown.getClass().getName())));
        }
    }

    private void end(CallOutcome<O> outcome) {
        if (ended.compareAndSet(false, true)) {
            Future<?> timer = expiry;
            if (timer != null) {
                timer.cancel(false);
            }
            onEnd.accept(outcome);
        }
    }
}
