package io.github.ticketsummarizer.benchmarks.zendesk;

/** One way to fetch a ticket with its comments; called by many threads at once. */
@FunctionalInterface
interface TicketFetch {
    /** Fetches it, and fails if it cannot. */
    void fetch(String ticketId) throws Exception;
}
