package io.github.ticketsummarizer.zendesk;

import java.time.Duration;

/**
 * How tickets are fetched from Zendesk.
 *
 * @param connections calls under way at once
 * @param patience how long a ticket may wait for the rate limit before it is given back
 * @param ticketMaxBytes of a ticket with more nothing further is read, since no record could hold it
 */
public record ZendeskSourceSettings(int connections, Duration patience, int ticketMaxBytes) {}
