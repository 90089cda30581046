package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tickets by id, and their comments. */
final class TicketEndpoints {
    private static final int MOST_IDS = 100;
    private static final int COMMENTS_PER_PAGE = 100;
    private static final int OFFSET_LIMIT = 10_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Account account;
    private final Links links;
    private final CursorPages pages;

    TicketEndpoints(Account account, Cursors cursors, Links links) {
        this.account = account;
        this.links = links;
        this.pages = new CursorPages(cursors, links, COMMENTS_PER_PAGE, Duration.ofDays(1));
    }

    FakeAnswer ticket(FakeRequest request) {
        FakeTicket found = account.require(request.pathValue("id"));
        return FakeAnswer.json(200, JSON.objectNode().set("ticket", found.ticket()));
    }

    FakeAnswer showMany(FakeRequest request) {
        String ids = request.query("ids");
        if (ids == null || ids.isBlank()) {
            throw new Refusal(ZendeskErrors.error(400, "InvalidValue", "ids is required"));
        }
        List<Long> asked = Arrays.stream(ids.split(",")).map(Account::number).toList();
        if (asked.size() > MOST_IDS) {
            throw new Refusal(ZendeskErrors.error(400, "TooManyIds", "At most 100 ids"));
        }
        ObjectNode answer = JSON.objectNode();
        ArrayNode tickets = answer.putArray("tickets");
        account.present(asked).forEach(found -> tickets.add(found.ticket()));
        answer.putNull("next_page").putNull("previous_page").put("count", tickets.size());
        return FakeAnswer.json(200, answer);
    }

    FakeAnswer comments(FakeRequest request) {
        FakeTicket found = account.require(request.pathValue("id"));
        ObjectNode answer = JSON.objectNode();
        List<JsonNode> shown;
        if (request.query(CursorPages.SIZE) == null) {
            shown = offsetPage(request, answer, sorted(found.comments(), "desc".equals(request.query("sort_order"))));
        } else {
            boolean newestFirst = "-created_at".equals(request.query("sort"));
            CursorPages.Page page = pages.page(
                    request, "comments of " + found.id() + newestFirst, sorted(found.comments(), newestFirst));
            pages.describe(answer, request, page);
            shown = page.elements();
        }
        answer.putArray("comments").addAll(shown);
        if ("users".equals(request.query("include"))) {
            answer.putArray("users").addAll(authors(shown, found.users()));
        }
        return FakeAnswer.json(200, answer);
    }

    private List<JsonNode> offsetPage(FakeRequest request, ObjectNode answer, List<JsonNode> comments) {
        int page = Math.max(1, number(request.query("page"), 1));
        int size = Math.clamp(number(request.query("per_page"), COMMENTS_PER_PAGE), 1, COMMENTS_PER_PAGE);
        if ((long) page * size > OFFSET_LIMIT) {
            throw new Refusal(ZendeskErrors.error(400, "InvalidValue", "Offset paging ends at 10,000 records"));
        }
        int from = Math.min(comments.size(), (page - 1) * size);
        int to = Math.min(comments.size(), from + size);
        answer.put("count", comments.size())
                .put("next_page", to < comments.size() ? pageLink(request, page + 1) : null)
                .put("previous_page", page > 1 ? pageLink(request, page - 1) : null);
        return comments.subList(from, to);
    }

    private String pageLink(FakeRequest request, int page) {
        return links.with(request, "page", Integer.toString(page), "page");
    }

    private static List<JsonNode> sorted(List<JsonNode> comments, boolean newestFirst) {
        List<JsonNode> sorted = new ArrayList<>(comments);
        if (newestFirst) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    private static List<JsonNode> authors(List<JsonNode> comments, List<JsonNode> users) {
        Set<String> ids = comments.stream()
                .map(comment -> comment.path("author_id").asText(""))
                .collect(Collectors.toSet());
        return users.stream()
                .filter(user -> ids.contains(user.path("id").asText("")))
                .toList();
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Math.clamp(Account.number(text), 0, Integer.MAX_VALUE);
    }
}
