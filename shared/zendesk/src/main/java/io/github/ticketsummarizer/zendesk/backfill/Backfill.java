package io.github.ticketsummarizer.zendesk.backfill;

import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.zendesk.http.BudgetSpentException;
import io.github.ticketsummarizer.zendesk.http.ZendeskException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads a list of tickets to its end, through rate limits and outages. Used by one thread. */
public final class Backfill {
    /** Calls for one page; with the usual waits the last one comes after six minutes. */
    private static final int ATTEMPTS = 12;

    /** A wait that a person would notice. */
    private static final Duration TOLD = Duration.ofSeconds(5);

    private final TicketExport export;
    private final BackfillPatience patience;

    Backfill(TicketExport export, BackfillPatience patience) {
        this.export = export;
        this.patience = patience;
    }

    /** Is given the pages, in their order. */
    @FunctionalInterface
    public interface Pages {
        /**
         * Takes a page; what it throws ends the reading.
         *
         * @return whether to read on
         */
        boolean take(IdPage page) throws IOException;
    }

    /**
     * Reads on to the end of the list.
     *
     * @param cursor where an earlier reader stopped; null to begin
     * @return whether the end was reached; false when it was told to end before
     * @throws BackfillException when a page cannot be had
     */
    public boolean read(@Nullable String cursor, Pages pages)
            throws BackfillException, IOException, InterruptedException {
        String next = cursor;
        do {
            IdPage page = pageOrBeginning(next);
            if (page == null || !pages.take(page)) {
                return false;
            }
            next = page.cursor();
        } while (next != null);
        return true;
    }

    /** Where a cursor has ended, the list is read anew; who takes the pages knows the ids that came before. */
    private @Nullable IdPage pageOrBeginning(@Nullable String cursor) throws BackfillException, InterruptedException {
        try {
            return page(cursor);
        } catch (BackfillException e) {
            CallFailure failure = e.failure();
            boolean mayHaveEnded = cursor != null && export.cursorsEnd();
            if (mayHaveEnded && failure.errorType() == ErrorType.ZENDESK_BAD_ANSWER && !failure.retryable()) {
                patience.notes().accept("Zendesk does not know the place in the list any more; reading it anew");
                return page(null);
            }
            throw e;
        }
    }

    /** A page; null when it was told to end. */
    private @Nullable IdPage page(@Nullable String cursor) throws BackfillException, InterruptedException {
        int failures = 0;
        boolean end = false;
        while (!end) {
            Wait wait;
            try {
                return export.page(cursor);
            } catch (BudgetSpentException e) {
                wait = new Wait(e.freeAfter(), "its rate limit");
            } catch (ZendeskException e) {
                failures++;
                wait = afterFailure(failures, e.failure(), e.retryAfter(), e);
            } catch (BackfillException e) {
                failures++;
                wait = afterFailure(failures, e.failure(), null, e);
            }
            if (wait.time().compareTo(TOLD) >= 0) {
                patience.notes()
                        .accept("waiting %d s for Zendesk: %s"
                                .formatted(wait.time().toSeconds(), wait.why()));
            }
            end = patience.pause().await(wait.time());
        }
        return null;
    }

    private Wait afterFailure(int failures, CallFailure failure, @Nullable Duration asked, Exception cause)
            throws BackfillException {
        if (!failure.retryable() || failures >= ATTEMPTS) {
            throw new BackfillException(failure, cause);
        }
        Duration doubled = patience.firstWait().multipliedBy(1L << (failures - 1));
        Duration backoff = doubled.compareTo(patience.longestWait()) > 0 ? patience.longestWait() : doubled;
        return new Wait(asked == null || asked.compareTo(backoff) < 0 ? backoff : asked, failure.message());
    }

    private record Wait(Duration time, String why) {}
}
