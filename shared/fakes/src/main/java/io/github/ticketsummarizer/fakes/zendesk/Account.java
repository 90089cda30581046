package io.github.ticketsummarizer.fakes.zendesk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The account's tickets by id; they may change while it answers. */
final class Account {
    private final Map<Long, FakeTicket> tickets = new ConcurrentSkipListMap<>();

    Account(Collection<FakeTicket> tickets) {
        tickets.forEach(this::put);
    }

    void put(FakeTicket ticket) {
        tickets.put(ticket.id(), ticket);
    }

    /** @throws Refusal 404 when there is none, or it is deleted */
    FakeTicket require(String id) {
        FakeTicket found = tickets.get(number(id));
        if (found == null || found.isDeleted()) {
            throw new Refusal(ZendeskErrors.recordNotFound());
        }
        return found;
    }

    /** Those of the given tickets that are there; the others are left out without a word. */
    List<FakeTicket> present(Collection<Long> ids) {
        return ids.stream()
                .distinct()
                .filter(tickets::containsKey)
                .map(tickets::get)
                .filter(ticket -> !ticket.isDeleted())
                .toList();
    }

    /** All, deleted ones too, by id. */
    List<FakeTicket> all() {
        return List.copyOf(tickets.values());
    }

    /** @throws Refusal 400 when it is not a number */
    static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new Refusal(ZendeskErrors.error(400, "InvalidValue", "Invalid id"));
        }
    }
}
