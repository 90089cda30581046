package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.TicketRequest;

/** What a submission asks for, and whether that can be done. */
sealed interface SubmissionOutcome {
    /** What is asked, as far as it could be read; every submission is answered, so each has a request. */
    TicketRequest request();

    /** The ticket will be fetched. */
    record Accepted(TicketRequest request) implements SubmissionOutcome {}

    /** The submission is answered by a failure. */
    record Rejected(TicketRequest request, CallFailure failure) implements SubmissionOutcome {}
}
