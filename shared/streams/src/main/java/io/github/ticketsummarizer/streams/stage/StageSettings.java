package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.Settings;
import java.time.Duration;

/**
 * How a stage calls.
 *
 * @param inFlight calls at once in this instance, over all its tasks
 * @param callDeadline after which a call is interrupted
 * @param attempts calls for one ticket before it is given up, the first included
 * @param backoff the wait before the second attempt; it doubles with each further one
 * @param backoffMax the longest such wait
 * @param parkedMax tickets a task may hold for lanes that are held back, before it takes no more
 * @param maxRecordBytes the largest record that any topic takes, headers included
 */
public record StageSettings(
        int inFlight,
        Duration callDeadline,
        int attempts,
        Duration backoff,
        Duration backoffMax,
        int parkedMax,
        int maxRecordBytes) {

    private static final int ATTEMPTS = 5;
    /** As many as one call to Zendesk brings; a call to a model takes seconds and hardly any memory. */
    private static final int IN_FLIGHT = 100;

    /** Reads {@code IN_FLIGHT}, {@code CALL_DEADLINE}, {@code CALL_ATTEMPTS} and the others; see the README's table. */
    public static StageSettings from(Settings settings) {
        return from(settings, ATTEMPTS);
    }

    /** The same for a stage with another number of attempts where {@code CALL_ATTEMPTS} is not set. */
    public static StageSettings from(Settings settings, int defaultAttempts) {
        return new StageSettings(
                settings.wholeNumber("IN_FLIGHT", IN_FLIGHT, 1, 10_000),
                settings.duration("CALL_DEADLINE", Duration.ofMinutes(2)),
                settings.wholeNumber("CALL_ATTEMPTS", defaultAttempts, 1, 100),
                settings.duration("RETRY_BACKOFF", Duration.ofSeconds(1)),
                settings.duration("RETRY_BACKOFF_MAX", Duration.ofMinutes(1)),
                settings.wholeNumber("PARKED_MAX", 1_000, 1, 1_000_000),
                RecordLimit.from(settings));
    }

    /** The same with another number of calls at once. */
    public StageSettings withInFlight(int calls) {
        return new StageSettings(calls, callDeadline, attempts, backoff, backoffMax, parkedMax, maxRecordBytes);
    }

    /** Tickets a task holds before its partition is paused. */
    int highMark() {
        return 2 * inFlight;
    }

    /** Tickets a task holds when its partition is resumed: enough to keep all calls busy meanwhile. */
    int lowMark() {
        return inFlight + inFlight / 4;
    }
}
