package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.CallFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
public sealed interface CallOutcome<O> {
    /** It gave the stage's output. */
    record Success<O>(O output) implements CallOutcome<O> {}

    /**
     * It failed. Where the failure is retryable, the stage tries again as long as attempts are left.
     *
     * @param retryAfter what the other side asked to wait; null leaves it to the stage's back-off
     */
    record Failure<O>(CallFailure failure, @Nullable Duration retryAfter) implements CallOutcome<O> {
        /** A failure with no wish of the other side. */
        public Failure(CallFailure failure) {
            this(failure, null);
        }
    }

    /**
     * Nothing was tried, since the lane as a whole is held back (an open circuit, a spent budget). The ticket keeps its
     * attempts and waits with all others of its lane; the other lanes go on.
     */
    record LaneHeld<O>(Duration resumeAfter) implements CallOutcome<O> {}
}
