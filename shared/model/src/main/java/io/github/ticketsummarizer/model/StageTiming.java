package io.github.ticketsummarizer.model;

import java.time.Instant;
import java.util.Objects;

/**
 * When one stage worked on a ticket.
 *
 * @param receivedAt when the stage took the record in
 * @param startedAt when the call that succeeded (or was the last to fail) began
 * @param finishedAt when that call ended
 * @param attempts how many calls were made, from 1; 0 when the stage gave up before the first
 */
public record StageTiming(Stage stage, Instant receivedAt, Instant startedAt, Instant finishedAt, int attempts) {
    public StageTiming {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(receivedAt, "received_at");
        Objects.requireNonNull(startedAt, "started_at");
        Objects.requireNonNull(finishedAt, "finished_at");
    }
}
