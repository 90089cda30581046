package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cursor paging: {@code page[size]} and {@code page[after]} in; {@code meta} and {@code links} out. */
final class CursorPages {
    static final String SIZE = "page[size]";
    private static final String AFTER = "page[after]";

    private final Cursors cursors;
    private final Links links;
    private final int largest;
    private final Duration life;

    /**
     * The paging of one endpoint.
     *
     * @param largest the most that a page may have
     * @param life how long a cursor is good
     */
    CursorPages(Cursors cursors, Links links, int largest, Duration life) {
        this.cursors = cursors;
        this.links = links;
        this.largest = largest;
        this.life = life;
    }

    /**
     * The page that a request asks for.
     *
     * @param list names what is paged
     * @throws Refusal 400 for a size or a cursor that is not valid
     */
    Page page(FakeRequest request, String list, List<JsonNode> all) {
        int size = size(request.query(SIZE));
        String after = request.query(AFTER);
        int from = after == null ? 0 : (int) Math.min(all.size(), cursors.read(list, after, life));
        int to = Math.min(all.size(), from + size);
        return new Page(all.subList(from, to), to < all.size(), cursors.write(list, to));
    }

    /** Adds {@code meta} and {@code links} to an answer. */
    void describe(ObjectNode answer, FakeRequest request, Page page) {
        answer.putObject("meta")
                .put("has_more", page.hasMore())
                .put("after_cursor", page.hasMore() ? page.afterCursor() : null)
                .putNull("before_cursor");
        String next = page.hasMore() ? links.with(request, AFTER, page.afterCursor(), AFTER) : null;
        answer.putObject("links").putNull("prev").put("next", next);
    }

    private int size(@Nullable String text) {
        try {
            int size = text == null ? largest : Integer.parseInt(text);
            if (size >= 1 && size <= largest) {
                return size;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as a number out of bounds is.
        }
        throw new Refusal(ZendeskErrors.error(
                400, "InvalidPaginationParameter", "page[size] must be an integer from 1 to %d".formatted(largest)));
    }

    /** A part of a list. */
    record Page(List<JsonNode> elements, boolean hasMore, String afterCursor) {}
}
