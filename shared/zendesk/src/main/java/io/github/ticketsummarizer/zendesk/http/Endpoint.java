package io.github.ticketsummarizer.zendesk.http;

import java.util.OptionalInt;

/** The calls we make, as far as Zendesk limits them each on its own ("Rate limits", developer.zendesk.com). */
public enum Endpoint {
    /** {@code POST /oauth/tokens} */
    TOKEN(0),
    /** {@code GET /api/v2/tickets/show_many}: up to 100 tickets. */
    TICKETS(0),
    /** {@code GET /api/v2/tickets/ID/comments} */
    COMMENTS(0),
    /** {@code GET /api/v2/search/export} */
    SEARCH_EXPORT(100),
    /** {@code GET /api/v2/incremental/tickets/cursor} */
    INCREMENTAL_EXPORT(10);

    private final int perMinute;

    Endpoint(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Its own limit in requests a minute, beside the account's; empty where Zendesk names none. */
    OptionalInt perMinute() {
        return perMinute == 0 ? OptionalInt.empty() : OptionalInt.of(perMinute);
    }

    /** Whether a refusal may be about the one ticket that was asked for. */
    boolean isOfOneTicket() {
        return this == COMMENTS;
    }
}
