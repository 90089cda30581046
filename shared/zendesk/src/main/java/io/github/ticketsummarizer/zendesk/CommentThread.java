package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.Comment;
import java.util.ArrayList;
import java.util.List;

/** The comments of one ticket, page by page; of each page only what is kept stays in memory. */
final class CommentThread {
    private final ZendeskTicketMapper mapper;
    private final int maxBytes;
    private final List<Comment> comments = new ArrayList<>();
    private long characters;

    /** @param maxBytes of the record that the ticket becomes */
    CommentThread(ZendeskTicketMapper mapper, int maxBytes) {
        this.mapper = mapper;
        this.maxBytes = maxBytes;
    }

    /** @throws TicketTooLargeException when the comments so far are more than the record could hold */
    void add(JsonNode page) throws ZendeskShapeException, TicketTooLargeException {
        JsonNode list = page.path("comments");
        if (!list.isArray()) {
            throw new ZendeskShapeException("'comments' is not an array");
        }
        for (Comment comment : mapper.comments(list, page.path("users"), comments.size() + 1)) {
            characters += comment.body().length();
            comments.add(comment);
        }
        if (characters > maxBytes) { // a character has a byte at least
            throw new TicketTooLargeException(
                    "the ticket's comments have more than the %d bytes that a record may have; raise RECORD_MAX_BYTES"
                                    .formatted(maxBytes)
                            + " everywhere, or lower TICKET_COMMENT_MAX_CHARS");
        }
    }

    List<Comment> comments() {
        return comments;
    }
}
