package io.github.ticketsummarizer.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code ticket-failures}: a stage gave up on a ticket.
 *
 * @param request null only where the record could not be read, and so only its headers are known
 * @param ticket the header, where the stage had it
 * @param message what happened and what to do about it
 * @param retryable whether submitting the ticket again may go better
 * @param attempts how many calls were made
 * @param rawInput what could not be read, where there is such a thing
 * @param rawAnswer what the model answered, where that was the reason
 * @param calls those to a model that were answered, in all attempts, and are paid for all the same
 * @param timings the stages so far, the one that gave up last; none where the record could not be read
 */
public record TicketFailure(
        int schemaVersion,
        String requestId,
        @Nullable String runId,
        @Nullable TicketRequest request,
        @Nullable TicketHeader ticket,
        Stage stage,
        ErrorType errorType,
        String message,
        boolean retryable,
        int attempts,
        @Nullable String rawInput,
        @Nullable String rawAnswer,
        Instant failedAt,
        @Nullable List<ModelCall> calls,
        @Nullable List<StageTiming> timings) {
    public TicketFailure {
        Objects.requireNonNull(requestId, "request_id");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(errorType, "error_type");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(failedAt, "failed_at");
        calls = calls == null ? List.of() : List.copyOf(calls);
        timings = timings == null ? List.of() : List.copyOf(timings);
    }

    /** The calls; none where an older writer told of none. */
    @Override
    public List<ModelCall> calls() {
        return Objects.requireNonNullElse(calls, List.of());
    }

    /** The timings; none where an older writer told of none. */
    @Override
    public List<StageTiming> timings() {
        return Objects.requireNonNullElse(timings, List.of());
    }

    /** A failure of a ticket whose request is known, as yet without calls and timings. */
    public static TicketFailure of(
            TicketRequest request,
            @Nullable TicketHeader ticket,
            Stage stage,
            CallFailure failure,
            int attempts,
            Instant failedAt) {
        return new TicketFailure(
                SchemaVersion.CURRENT,
                request.requestId(),
                request.runId(),
                request,
                ticket,
                stage,
                failure.errorType(),
                failure.message(),
                failure.retryable(),
                attempts,
                failure.rawInput(),
                failure.rawAnswer(),
                failedAt,
                List.of(),
                List.of());
    }

    /** The same failure, telling the calls that were made for the ticket. */
    public TicketFailure withCalls(List<ModelCall> made) {
        return with(ticket, rawInput, rawAnswer, made, timings);
    }

    /** The same failure, telling when the stages worked on the ticket. */
    public TicketFailure withTimings(List<StageTiming> stages) {
        return with(ticket, rawInput, rawAnswer, calls, stages);
    }

    /** A record that no longer can be read, of a ticket that was accepted: only its headers tell whose it was. */
    public static TicketFailure unreadable(
            String requestId, @Nullable String runId, Stage stage, String message, Instant failedAt) {
        return new TicketFailure(
                SchemaVersion.CURRENT,
                requestId,
                runId,
                null,
                null,
                stage,
                ErrorType.INTERNAL,
                message,
                false,
                0,
                null,
                null,
                failedAt,
                List.of(),
                List.of());
    }

    /** The same failure without what may be large: the ticket, the raw input and the raw answer. */
    public TicketFailure withoutLargeParts() {
        return with(null, null, null, calls, timings);
    }

    private TicketFailure with(
            @Nullable TicketHeader otherTicket,
            @Nullable String otherInput,
            @Nullable String otherAnswer,
            @Nullable List<ModelCall> otherCalls,
            @Nullable List<StageTiming> otherTimings) {
        return new TicketFailure(
                schemaVersion,
                requestId,
                runId,
                request,
                otherTicket,
                stage,
                errorType,
                message,
                retryable,
                attempts,
                otherInput,
                otherAnswer,
                failedAt,
                otherCalls,
                otherTimings);
    }
}
