package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A ticket of the account.
 *
 * @param ticket as {@code GET /api/v2/tickets/ID} has it, within {@code ticket}
 * @param comments the oldest first
 * @param users the authors, among others
 */
public record FakeTicket(ObjectNode ticket, List<JsonNode> comments, List<JsonNode> users) {
    public FakeTicket {
        comments = List.copyOf(comments);
        users = List.copyOf(users);
    }

    /** Its id. */
    public long id() {
        return ticket.path("id").asLong();
    }

    /** Deleted tickets are in no answer but the incremental export's. */
    boolean isDeleted() {
        return ticket.path("status").asText("").equals("deleted");
    }

    /** When Zendesk last touched the record; the incremental export goes by it, and it may be later than the update. */
    Instant generated() {
        JsonNode generated = ticket.path("generated_timestamp");
        return generated.isNumber() ? Instant.ofEpochSecond(generated.asLong()) : time("updated_at");
    }

    /** A time of the ticket; the epoch where it has none. */
    Instant time(String field) {
        String text = ticket.path(field).asText("");
        return text.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
    }

    String text(String field) {
        return ticket.path(field).asText("");
    }
}
