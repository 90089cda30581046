package io.github.ticketsummarizer.zendesk.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.zendesk.http.BudgetSpentException;
import io.github.ticketsummarizer.zendesk.http.Endpoint;
import io.github.ticketsummarizer.zendesk.http.ZendeskClient;
import io.github.ticketsummarizer.zendesk.http.ZendeskException;
import org.jspecify.annotations.Nullable;

/** All tickets that a search finds ("Export Search Results", developer.zendesk.com); the plain search ends at 1,000. */
final class SearchExport implements TicketExport {
    /** The size that Zendesk recommends. */
    private static final int PAGE_SIZE = 100;

    private final ZendeskClient client;
    private final String path;

    SearchExport(ZendeskClient client, String query) {
        this.client = client;
        this.path = "/api/v2/search/export?filter%%5Btype%%5D=ticket&page%%5Bsize%%5D=%d&query=%s"
                .formatted(PAGE_SIZE, PageReader.encoded(query));
    }

    @Override
    public IdPage page(@Nullable String cursor)
            throws ZendeskException, BudgetSpentException, BackfillException, InterruptedException {
        String after = cursor == null ? "" : "&page%5Bafter%5D=" + PageReader.encoded(cursor);
        JsonNode answer = client.get(Endpoint.SEARCH_EXPORT, path + after, PATIENCE);
        JsonNode meta = answer.path("meta");
        boolean hasMore = meta.path("has_more").asBoolean(false);
        return new IdPage(
                PageReader.ids(answer, "results", ticket -> true),
                hasMore ? PageReader.cursor(meta, cursor == null ? "" : cursor) : null);
    }

    /** After an hour. */
    @Override
    public boolean cursorsEnd() {
        return true;
    }
}
