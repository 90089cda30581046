package io.github.ticketsummarizer.cli.input;

import java.util.Objects;

/**
 * One ticket of the input.
 *
 * @param serialNo the user's own number, as written, or the place in the list counted from 1
 * @param ticketId as written, without surrounding blanks; not always a valid id
 */
public record TicketEntry(String serialNo, String ticketId) {
    public TicketEntry {
        Objects.requireNonNull(serialNo, "serial_no");
        Objects.requireNonNull(ticketId, "ticket_id");
    }
}
