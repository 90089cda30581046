package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.time.Duration;
import java.util.List;

/** All results of a search, page by page; a cursor lives for an hour. */
final class SearchExport {
    private static final int LARGEST_PAGE = 1000;
    private static final Duration CURSOR_LIFE = Duration.ofHours(1);

    private final Account account;
    private final CursorPages pages;

    SearchExport(Account account, Cursors cursors, Links links) {
        this.account = account;
        this.pages = new CursorPages(cursors, links, LARGEST_PAGE, CURSOR_LIFE);
    }

    FakeAnswer page(FakeRequest request) {
        String query = request.query("query");
        if (query == null || !"ticket".equals(request.query("filter[type]"))) {
            throw new Refusal(ZendeskErrors.error(400, "InvalidValue", "query and filter[type]=ticket are required"));
        }
        SearchQuery search = new SearchQuery(query);
        List<JsonNode> found = account.all().stream()
                .filter(ticket -> !ticket.isDeleted() && search.matches(ticket))
                .map(SearchExport::result)
                .toList();
        CursorPages.Page page = pages.page(request, "search " + query, found);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("results").addAll(page.elements());
        answer.putNull("facets");
        pages.describe(answer, request, page);
        return FakeAnswer.json(200, answer);
    }

    private static JsonNode result(FakeTicket found) {
        return found.ticket().deepCopy().put("result_type", "ticket");
    }
}
