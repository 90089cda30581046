package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.RawTicket;
import io.github.ticketsummarizer.streams.stage.Attempt;
import io.github.ticketsummarizer.streams.stage.CallOutcome;
import io.github.ticketsummarizer.streams.stage.StageFunction;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.SpanDetails;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public void describe(FetchRequest input, @Nullable RawTicket ticket, SpanDetails details) {
        if (ticket != null) {
            details.put(Product.COMMENT_COUNT, (long) ticket.ticket().comments().size());
        }
    }
}
