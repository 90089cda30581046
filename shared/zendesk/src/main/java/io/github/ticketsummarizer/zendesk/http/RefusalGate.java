package io.github.ticketsummarizer.zendesk.http;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stops asking once Zendesk has refused who asks: further calls fail at once with the same reason, since repeating them
 * would help nobody and may lock the account. After a while a single call goes through to try again. Thread-safe.
 */
final class RefusalGate {
    /** After so many tickets in a row that may not be read, it is not about the tickets. */
    static final int TICKETS_IN_A_ROW = 5;

    private static final Duration CLOSED = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private @Nullable ZendeskException reason;
    private long closedUntil;
    private int refusedTickets;

    RefusalGate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @throws ZendeskException while nothing is asked */
    synchronized void check() throws ZendeskException {
        if (reason == null) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (now - closedUntil < 0) {
            throw new ZendeskException(reason.failure());
        }
        closedUntil = now + CLOSED.toNanos();
    }

    /**
     * A call was refused.
     *
     * @param isAboutOneTicket whether the ticket that was asked for may be the reason
     */
    synchronized void refused(ZendeskException refusal, boolean isAboutOneTicket) {
        refusedTickets++;
        if (!isAboutOneTicket || refusedTickets >= TICKETS_IN_A_ROW) {
            reason = refusal;
            closedUntil = nanoTime.getAsLong() + CLOSED.toNanos();
        }
    }

    /** A call was let through. */
    synchronized void passed() {
        reason = null;
        refusedTickets = 0;
    }
}
