package io.github.ticketsummarizer.zendesk.backfill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of ticket ids. An id may stand on several pages, since a list may change while it is read.
 *
 * @param cursor what the next page is asked by; null for the last one
 */
public record IdPage(List<String> ticketIds, @Nullable String cursor) {
    public IdPage {
        ticketIds = List.copyOf(ticketIds);
    }
}
