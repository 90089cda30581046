package io.github.ticketsummarizer.zendesk.backfill;

import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import java.time.Instant;

/** Which tickets to find. */
public sealed interface BackfillQuery {
    /** Those that a search finds, in Zendesk's own search language. */
    record Search(String query) implements BackfillQuery {}

    /** Those that were made or updated at that time or later. */
    record UpdatedSince(Instant time) implements BackfillQuery {}

    /** The list of them. */
    private TicketExport export(ZendeskClient client) {
        return switch (this) {
            case Search(String query) -> new SearchExport(client, query);
            case UpdatedSince(Instant time) -> new ChangeExport(client, time);
        };
    }

    /** Reads the list patiently. */
    default Backfill from(ZendeskClient client, BackfillPatience patience) {
        return new Backfill(export(client), patience);
    }
}
