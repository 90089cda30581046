package io.github.ticketsummarizer.zendesk.backfill;

import io.github.ticketsummarizer.zendesk.http.BudgetSpentException;
import io.github.ticketsummarizer.zendesk.http.ZendeskException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A list of tickets that is read page by page. */
sealed interface TicketExport permits SearchExport, ChangeExport {
    /** How long a call may wait for the rate limit by itself; a longer wait is told, and can be ended. */
    Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * Asks for a page, once.
     *
     * @param cursor that of the page before; null for the first page
     */
    IdPage page(@Nullable String cursor)
            throws ZendeskException, BudgetSpentException, BackfillException, InterruptedException;

    /** Whether a cursor may have ended by the time it is used, so that the list must be read from its beginning. */
    boolean cursorsEnd();
}
