package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.TicketRecord;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import org.jspecify.annotations.Nullable;

/** The outside call of a stage. It runs on a virtual thread and may block; an interrupt means: give up at once. */
@FunctionalInterface
public interface StageFunction<I extends TicketRecord, O> {
    /**
     * Makes one attempt for one record. Whatever it throws becomes the ticket's failure, except an interrupt.
     *
     * @throws InterruptedException when the deadline passed or the stage closes
     */
    CallOutcome<O> call(I input, Attempt attempt) throws InterruptedException;

    /**
     * Says what the stage's span tells of a record, besides what it tells of each.
     *
     * @param output what the stage made; null when it gave the ticket up
     */
    default void describe(I input, @Nullable O output, SpanDetails details) {}
}
