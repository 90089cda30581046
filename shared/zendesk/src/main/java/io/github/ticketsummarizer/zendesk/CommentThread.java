package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.zendesk.http.PageCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The comments of one ticket, page by page; of each page only what is kept stays in memory. Not thread-safe. */
final class CommentThread {
    /** A ticket has at most 5,000 comments ("Ticket comments", developer.zendesk.com); protects from pages without end. */
    private static final int PAGES_MOST = 200;

    private final ZendeskTicketMapper mapper;
    private final int maxBytes;
    private final List<Comment> comments = new ArrayList<>();
    private @Nullable PageCursor cursor;
    private int pages;
    private long characters;

    /** @param maxBytes of the record that the ticket becomes */
    CommentThread(ZendeskTicketMapper mapper, int maxBytes) {
        this.mapper = mapper;
        this.maxBytes = maxBytes;
    }

    /**
     * Adds a page; of one that cannot be read it takes nothing.
     *
     * @throws TicketTooLargeException when the comments so far are more than the record could hold
     */
    void add(JsonNode page) throws ZendeskShapeException, TicketTooLargeException {
        JsonNode list = page.path("comments");
        if (!list.isArray()) {
            throw new ZendeskShapeException("'comments' is not an array");
        }
        if (pages == PAGES_MOST) {
            throw new ZendeskShapeException("it has more than %d pages of comments".formatted(PAGES_MOST));
        }
        for (Comment comment : mapper.comments(list, page.path("users"), comments.size() + 1)) {
            characters += comment.body().length();
            comments.add(comment);
        }
        cursor = PageCursor.of(page);
        pages++;
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

    /** What leads from the last page to the next; empty before the first. */
    Optional<PageCursor> cursor() {
        return Optional.ofNullable(cursor);
    }

    /** Of all comments together, in UTF-16 characters. */
    long characters() {
        return characters;
    }
}
