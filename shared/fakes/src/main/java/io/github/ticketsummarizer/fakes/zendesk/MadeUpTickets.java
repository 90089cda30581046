package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Tickets out of nothing, the same each time, for tests and measurements that need many. */
public final class MadeUpTickets {
    /** The id of the first ticket. */
    public static final long FIRST_ID = 500_001;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final long CUSTOMER = 9_001;
    private static final long AGENT = 9_002;

    private MadeUpTickets() {}

    /** Tickets with ids from {@link #FIRST_ID} on, each an hour younger than the one before, with so many comments. */
    public static List<FakeTicket> of(int tickets, int commentsEach) {
        return IntStream.range(0, tickets)
                .mapToObj(number -> ticket(number, commentsEach))
                .toList();
    }

    private static FakeTicket ticket(int number, int comments) {
        Instant created = START.plusSeconds(3600L * number);
        ObjectNode ticket = JSON.objectNode()
                .put("id", FIRST_ID + number)
                .put("url", "https://example.zendesk.com/api/v2/tickets/%d.json".formatted(FIRST_ID + number))
                .put("subject", "Made-up ticket %d".formatted(number + 1))
                .put("description", body(number, 0))
                .put("status", "solved")
                .put("created_at", created.toString())
                .put("updated_at", created.plusSeconds(60L * comments).toString())
                .put("requester_id", CUSTOMER);
        ticket.putArray("tags").add("made_up");
        ticket.putArray("custom_fields")
                .addObject()
                .put("id", 41001255923353L)
                .put("value", number % 2 == 0 ? "diagnostic_yes" : "diagnostic_no");
        List<JsonNode> thread = IntStream.range(0, comments)
                .mapToObj(index -> comment(number, index, created.plusSeconds(60L * index)))
                .toList();
        return new FakeTicket(ticket, thread, List.of(user(CUSTOMER, "Casey Customer"), user(AGENT, "Alex Agent")));
    }

    private static JsonNode comment(int number, int index, Instant created) {
        String body = body(number, index);
        ObjectNode comment = JSON.objectNode()
                .put("id", 1_000_000_000L + 10_000L * number + index)
                .put("type", "Comment")
                .put("author_id", index % 2 == 0 ? CUSTOMER : AGENT)
                .put("body", body)
                .put("html_body", "<div class=\"zd-comment\"><p>%s</p></div>".formatted(body))
                .put("plain_body", body)
                .put("public", index % 5 != 3)
                .put("created_at", created.toString());
        comment.putArray("attachments");
        return comment;
    }

    private static String body(int number, int index) {
        return index == 0
                ? "The guide of page %d does not show any more.".formatted(number + 1)
                : "Answer %d about page %d: please select the element again.".formatted(index, number + 1);
    }

    private static JsonNode user(long id, String name) {
        return JSON.objectNode().put("id", id).put("name", name);
    }
}
