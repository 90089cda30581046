package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.http.FakeAnswer;
import io.github.ticketsummarizer.fakes.http.FakeRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tickets that changed since a time, in the order of their change, deleted ones among them, and without those of the
 * last minute. Zendesk may send a ticket twice; here a page begins with the last ticket of the one before.
 */
final class IncrementalExport {
    private static final int LARGEST_PAGE = 1000;
    private static final Duration WITHHELD = Duration.ofMinutes(1);
    private static final String LIST = "incremental tickets";

    private final Account account;
    private final Cursors cursors;
    private final Links links;
    private final InstantSource clock;

    IncrementalExport(Account account, Cursors cursors, Links links, InstantSource clock) {
        this.account = account;
        this.cursors = cursors;
        this.links = links;
        this.clock = clock;
    }

    FakeAnswer page(FakeRequest request) {
        List<FakeTicket> changed = changed();
        String cursor = request.query("cursor");
        int from = cursor == null
                ? firstSince(changed, startTime(request.query("start_time")))
                : (int) Math.min(changed.size(), cursors.read(LIST, cursor, Duration.ofDays(30)));
        int to = (int) Math.min(changed.size(), from + (long) size(request.query("per_page")));
        boolean repeats = cursor != null && from > 0 && from < changed.size();
        return answer(request, changed.subList(repeats ? from - 1 : from, to), to, to == changed.size());
    }

    private FakeAnswer answer(FakeRequest request, List<FakeTicket> page, int end, boolean endOfStream) {
        boolean withoutDeleted = "true".equals(request.query("exclude_deleted"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode tickets = answer.putArray("tickets");
        page.stream()
                .filter(ticket -> !(withoutDeleted && ticket.isDeleted()))
                .forEach(ticket -> tickets.add(ticket.ticket()));
        String after = cursors.write(LIST, end);
        answer.put("after_url", links.with(request, "cursor", after, "start_time"))
                .put("after_cursor", after)
                .putNull("before_url")
                .putNull("before_cursor")
                .put("end_of_stream", endOfStream);
        return FakeAnswer.json(200, answer);
    }

    private List<FakeTicket> changed() {
        Instant newest = clock.instant().minus(WITHHELD);
        return account.all().stream()
                .filter(ticket -> !ticket.generated().isAfter(newest))
                .sorted(Comparator.comparing(FakeTicket::generated).thenComparingLong(FakeTicket::id))
                .toList();
    }

    private static int firstSince(List<FakeTicket> changed, Instant start) {
        int first = 0;
        while (first < changed.size() && changed.get(first).generated().isBefore(start)) {
            first++;
        }
        return first;
    }

    private Instant startTime(@Nullable String text) {
        if (text == null) {
            throw new Refusal(ZendeskErrors.error(400, "InvalidValue", "start_time or cursor is required"));
        }
        Instant start = Instant.ofEpochSecond(Account.number(text));
        if (start.isAfter(clock.instant().minus(WITHHELD))) {
            throw new Refusal(ZendeskErrors.error(
                    400, "InvalidValue", "Too recent start_time. Use a start_time older than 1 minute"));
        }
        return start;
    }

    private static int size(@Nullable String text) {
        return text == null ? LARGEST_PAGE : Math.clamp(Account.number(text), 1, LARGEST_PAGE);
    }
}
