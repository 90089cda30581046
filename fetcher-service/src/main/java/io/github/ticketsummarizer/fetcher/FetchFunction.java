package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import io.github.ticketsummarizer.streams.stage.StageFunction;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.util.List;

/** Fetches one ticket whole. */
final class FetchFunction implements StageFunction<FetchRequest, RawTicket> {
    private final TicketSource source;

    FetchFunction(TicketSource source) {
        this.source = source;
    }

    @Override
    public CallOutcome<RawTicket> call(FetchRequest input, Attempt attempt) throws InterruptedException {
        String ticketId = input.request().ticketId();
        FetchResult result = source.fetch(List.of(ticketId)).get(ticketId);
        return switch (result) {
            case FetchResult.Found found ->
                new CallOutcome.Success<>(new RawTicket(input.request(), found.ticket(), attempt.timing()));
            case FetchResult.Failed failed -> new CallOutcome.Failure<>(failed.failure(), failed.retryAfter());
            case FetchResult.Held held -> new CallOutcome.LaneHeld<>(held.resumeAfter());
            case null -> throw new IllegalStateException("the ticket source gave no answer for " + ticketId);
        };
    }
}
