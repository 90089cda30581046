package io.github.ticketsummarizer.zendesk.http;

import java.time.Duration;

/** Nothing was asked, since our share of the calls is spent for longer than the caller would wait. */
public final class BudgetSpentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration freeAfter;

    BudgetSpentException(Duration freeAfter) {
        super("no call to Zendesk is free for %d s".formatted(freeAfter.toSeconds()));
        this.freeAfter = freeAfter;
    }

    /** How long until a call is free. */
    public Duration freeAfter() {
        return freeAfter;
    }
}
