package io.github.ticketsummarizer.cli.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The tickets to submit, in the order of the input, each id once.
 *
 * @param notes what the user should know of the input: bad ids (they are submitted all the same, so that each shows up
 *     in the outputs as a failed ticket) and ids that stand in it twice
 */
public record TicketList(List<TicketEntry> tickets, List<String> notes) {
    private static final Pattern TICKET_ID = Pattern.compile("[0-9]{1,20}");

    public TicketList {
        tickets = List.copyOf(tickets);
        notes = List.copyOf(notes);
    }

    /** Ids given one by one; a blank one is passed over. Places are counted from 1, blank ones included. */
    public static TicketList ofIds(List<String> ids, String placeName) {
        Collector collector = new Collector(Integer.MAX_VALUE);
        for (int i = 0; i < ids.size(); i++) {
            if (!ids.get(i).isBlank()) {
                collector.add("%s %d".formatted(placeName, i + 1), ids.get(i).strip());
            }
        }
        return collector.toList();
    }

    /** Whether the text has the form of a ticket's id. */
    public static boolean isTicketId(String text) {
        return TICKET_ID.matcher(text).matches();
    }

    /** Takes ids in the order of the input. */
    static final class Collector {
        private static final int SHOWN_CHARACTERS = 40;

        private final int limit;
        private final List<TicketEntry> tickets = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final Map<String, String> placesById = new HashMap<>();
        private int rows;

        Collector(int limit) {
            this.limit = limit;
        }

        boolean isFull() {
            return tickets.size() >= limit;
        }

        /** An id without a number of the user's own: it gets its place in the list. */
        void add(String place, String ticketId) {
            add(place, Integer.toString(rows + 1), ticketId);
        }

        void add(String place, String serialNo, String ticketId) {
            rows++;
            String earlier = placesById.putIfAbsent(ticketId, place);
            if (earlier != null) {
                notes.add("%s: ticket id %s is also on %s; it is sent once".formatted(place, shown(ticketId), earlier));
                return;
            }
            if (!isTicketId(ticketId)) {
                notes.add("%s: %s is not a ticket id (digits only); it will be reported as failed"
                        .formatted(place, shown(ticketId)));
            }
            tickets.add(new TicketEntry(serialNo, ticketId));
        }

        TicketList toList() {
            return new TicketList(tickets, notes);
        }

        private static String shown(String ticketId) {
            String cut =
                    ticketId.length() > SHOWN_CHARACTERS ? ticketId.substring(0, SHOWN_CHARACTERS) + "…" : ticketId;
            return "'%s'".formatted(cut.replaceAll("\\p{Cntrl}", " "));
        }
    }
}
