package io.github.ticketsummarizer.zendesk;

import java.util.List;
import java.util.Map;

/** Where tickets come from. Implementations block, and are safe for use by many threads at once. */
public interface TicketSource {
    /**
     * Fetches tickets whole. It takes a list so that a source may ask for many tickets in one call.
     *
     * @return an answer for each of the given ids, in their order
     * @throws InterruptedException when the caller's thread is interrupted; the answer is then no longer wanted
     */
    Map<String, FetchResult> fetch(List<String> ticketIds) throws InterruptedException;

    /** How many tickets to ask for at once, so that as many calls as given are under way. */
    default int ticketsAtOnce(int calls) {
        return calls;
    }
}
