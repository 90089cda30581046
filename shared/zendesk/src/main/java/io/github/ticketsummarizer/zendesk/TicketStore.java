package io.github.ticketsummarizer.zendesk;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Files with tickets. Safe for use by many threads at once. */
sealed interface TicketStore permits TicketFile, TicketFolder, TicketLines {
    /**
     * Finds a ticket by its id.
     *
     * @return null when it is not there
     * @throws IOException when a file cannot be read; the message names it
     */
    @Nullable
    StoredTicket find(String ticketId) throws IOException;

    /** Which places had no readable ticket, as an addition to a message about a missing one; may be empty. */
    String unreadable();
}
