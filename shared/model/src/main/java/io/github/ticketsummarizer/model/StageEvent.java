package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code stage-events}: small, for progress, timings and the aggregator's deadline.
 *
 * @param request the whole request on {@code accepted}, null on the others
 */
public record StageEvent(
        int schemaVersion,
        String requestId,
        @Nullable String runId,
        Stage stage,
        State state,
        Instant at,
        @Nullable TicketRequest request) {
    public StageEvent {
        Objects.requireNonNull(requestId, "request_id");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
    }

    /** The fetcher took the submission in: from here on it will have exactly one report. */
    public static StageEvent accepted(TicketRequest request, Instant at) {
        return new StageEvent(
                SchemaVersion.CURRENT, request.requestId(), request.runId(), Stage.FETCH, State.ACCEPTED, at, request);
    }

    /** Another step of a stage. */
    public static StageEvent of(TicketRequest request, Stage stage, State state, Instant at) {
        return new StageEvent(SchemaVersion.CURRENT, request.requestId(), request.runId(), stage, state, at, null);
    }

    /** What happened at the stage. */
    public enum State {
        /** The submission was taken in by the fetcher. */
        ACCEPTED,
        /** The stage holds the ticket durably and will call for it. */
        STARTED,
        /** The ticket's lane is held back; the ticket waits. */
        PARKED,
        /** The stage has written its output. */
        FINISHED,
        /** The stage gave the ticket up and wrote a failure. */
        FAILED;

        /** The name on the topic. */
        @JsonValue
        public String wireName() {
            return WireNames.of(this);
        }

        /**
         * Reads a name from the topic.
         *
         * @throws IllegalArgumentException when it is none of these; the message lists them
         */
        @JsonCreator
        public static State fromName(String name) {
            return WireNames.parse(State.class, name, "stage event state");
        }
    }
}
