package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.CallAccount;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.StageTiming;
import java.time.Clock;
import java.time.Instant;

/**
 * One attempt of a stage for one record.
 *
 * @param number counted from 1
 * @param receivedAt when the stage took the record in
 * @param startedAt when this attempt began
 * @param account takes the calls to a model as they are answered; it holds those of earlier attempts already
 */
public record Attempt(
        Stage stage, int number, Instant receivedAt, Instant startedAt, Clock clock, CallAccount account) {
    /** The timing of this attempt when it ends now. */
    public StageTiming timing() {
        return new StageTiming(stage, receivedAt, startedAt, clock.instant(), number);
    }
}
