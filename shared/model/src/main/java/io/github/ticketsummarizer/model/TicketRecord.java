package io.github.ticketsummarizer.model;

import java.util.List;

/** A record about one accepted ticket: the request travels whole on each of them. */
public interface TicketRecord {
    /** What was asked about the ticket. */
    TicketRequest request();

    /** The stages that it tells the times of, in the order of the pipeline. */
    List<StageTiming> timings();
}
