package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.model.TicketRecord;

/** The outside call of a stage. It runs on a virtual thread and may block; an interrupt means: give up at once. */
@FunctionalInterface
public interface StageFunction<I extends TicketRecord, O> {
    /**
     * Makes one attempt for one record. Whatever it throws becomes the ticket's failure, except an interrupt.
     *
     * @throws InterruptedException when the deadline passed or the stage closes
     */
    CallOutcome<O> call(I input, Attempt attempt) throws InterruptedException;
}
