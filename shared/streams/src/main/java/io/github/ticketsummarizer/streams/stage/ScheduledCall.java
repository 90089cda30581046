package io.github.ticketsummarizer.streams.stage;

/** A call that waits for its turn in the {@link CallScheduler}. */
interface ScheduledCall<O> {
    /** Calls of one lane are held back together. */
    String lane();

    /** Makes the call; runs on a virtual thread. */
    CallOutcome<O> run() throws InterruptedException;

    /**
     * Takes an outcome: what {@link #run} answered or threw, or that the deadline passed. A call whose lane was held is
     * run again later and has another.
     */
    void complete(CallOutcome<O> outcome);
}
