package io.github.ticketsummarizer.zendesk.http;

import java.time.Duration;

/** What the header {@code Authorization} says. Thread-safe. */
interface Authorization {
    /**
     * The header's value; getting it may take a call.
     *
     * @param patience how long that call may wait for the rate limit
     */
    String header(Duration patience) throws ZendeskException, BudgetSpentException, InterruptedException;

    /**
     * The value was refused.
     *
     * @return whether {@link #header} may give another now
     */
    boolean renew(String refused);
}
