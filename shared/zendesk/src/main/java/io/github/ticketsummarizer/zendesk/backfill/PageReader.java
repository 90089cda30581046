package io.github.ticketsummarizer.zendesk.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the two exports have in common. */
final class PageReader {
    private static final Pattern TICKET_ID = Pattern.compile("[0-9]{1,20}");

    private PageReader() {}

    /** The ids of the tickets in a list of the answer. */
    static List<String> ids(JsonNode answer, String list, Predicate<JsonNode> wanted) throws BackfillException {
        JsonNode tickets = answer.path(list);
        if (!tickets.isArray()) {
            throw BackfillException.badShape("'%s' is not an array".formatted(list));
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode ticket : tickets) {
            String id = ticket.path("id").asText("");
            if (!TICKET_ID.matcher(id).matches()) {
                throw BackfillException.badShape("an element of '%s' has no id".formatted(list));
            }
            if (wanted.test(ticket)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The cursor to the next page, where there must be one. */
    static String cursor(JsonNode holder, String before) throws BackfillException {
        String cursor = holder.path("after_cursor").asText("");
        if (cursor.isEmpty() || cursor.equals(before)) {
            throw BackfillException.badShape("there are more pages, and no cursor leads to them");
        }
        return cursor;
    }

    /** Text as a value in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
