package io.github.ticketsummarizer.zendesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A page of a list that is read by cursors ("Pagination", developer.zendesk.com). The cursor goes into an address of our
 * own making; a link is followed only where there is no cursor, and only on the account's own host.
 */
record CursorPage(JsonNode page) {
    /** The address of the page after it; empty for the last one. */
    Optional<URI> next(ZendeskAddress address, String firstPathAndQuery) throws ZendeskException {
        if (!page.path("meta").path("has_more").asBoolean(false)) {
            return Optional.empty();
        }
        URI first = address.at(firstPathAndQuery);
        String cursor = page.path("meta").path("after_cursor").asText("");
        if (!cursor.isEmpty()) {
            String separator = firstPathAndQuery.contains("?") ? "&" : "?";
            return Optional.of(URI.create(
                    first + separator + "page%5Bafter%5D=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)));
        }
        Optional<URI> link = address.own(first, page.path("links").path("next").asText(""));
        if (link.isEmpty() || link.get().equals(first)) {
            throw new ZendeskException(CallFailure.permanent(
                    ErrorType.ZENDESK_BAD_ANSWER,
                    "Zendesk's answer has a further page, and neither a cursor nor a link on its own host to it"));
        }
        return link;
    }
}
