package io.github.ticketsummarizer.zendesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What leads from a page of a list to the next one ("Pagination", developer.zendesk.com). The cursor goes into an address
 * of our own making; a link is followed only where there is no cursor, and only on the account's own host.
 *
 * @param hasMore whether there is a next page
 * @param after the cursor; empty where there is none
 * @param link the next page's address as the other side names it; empty where it does not
 */
public record PageCursor(boolean hasMore, String after, String link) {
    /** What a page says of the next one. */
    public static PageCursor of(JsonNode page) {
        JsonNode meta = page.path("meta");
        return new PageCursor(
                meta.path("has_more").asBoolean(false),
                meta.path("after_cursor").asText(""),
                page.path("links").path("next").asText(""));
    }

    /** The address of the next page; empty where there is none. */
    Optional<URI> next(ZendeskAddress address, String firstPathAndQuery) throws ZendeskException {
        if (!hasMore) {
            return Optional.empty();
        }
        URI first = address.at(firstPathAndQuery);
        if (!after.isEmpty()) {
            String separator = firstPathAndQuery.contains("?") ? "&" : "?";
            return Optional.of(URI.create(
                    first + separator + "page%5Bafter%5D=" + URLEncoder.encode(after, StandardCharsets.UTF_8)));
        }
        Optional<URI> next = address.own(first, link);
        if (next.isEmpty() || next.get().equals(first)) {
            throw new ZendeskException(CallFailure.permanent(
                    ErrorType.ZENDESK_BAD_ANSWER,
                    "Zendesk's answer has a further page, and neither a cursor nor a link on its own host to it"));
        }
        return next;
    }
}
