package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.StageTiming;
import io.github.ticketsummarizer.model.TicketRecord;
import io.github.ticketsummarizer.model.TicketRequest;
import java.util.List;
import java.util.Objects;

/** What the fetch stage works on: an accepted submission. */
record FetchRequest(TicketRequest request) implements TicketRecord {
    FetchRequest {
        Objects.requireNonNull(request, "request");
    }

    /** None, since this is the first stage. */
    @Override
    public List<StageTiming> timings() {
        return List.of();
    }
}
