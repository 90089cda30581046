package io.github.ticketsummarizer.zendesk.http;

import java.util.OptionalInt;

/** The calls we make, as far as Zendesk limits them each on its own ("Rate limits", developer.zendesk.com). */
public enum Endpoint {
    /** {@code POST /oauth/tokens} */
    TOKEN("/oauth/tokens", 0),
    /** {@code GET /api/v2/tickets/show_many}: up to 100 tickets. */
    TICKETS("/api/v2/tickets/show_many", 0),
    /** {@code GET /api/v2/tickets/ID/comments} */
    COMMENTS("/api/v2/tickets/{id}/comments", 0),
    /** {@code GET /api/v2/search/export} */
    SEARCH_EXPORT("/api/v2/search/export", 100),
    /** {@code GET /api/v2/incremental/tickets/cursor} */
    INCREMENTAL_EXPORT("/api/v2/incremental/tickets/cursor", 10);

    private static final String API = "/api/v2/";

    private final String path;
    private final int perMinute;

    Endpoint(String path, int perMinute) {
        this.path = path;
        this.perMinute = perMinute;
    }

    /** The path with what varies named. */
    String path() {
        return path;
    }

    /** The path as the name of a span has it, without what all have in common. */
    String spanPath() {
        return path.startsWith(API) ? path.substring(API.length()) : path.substring(1);
    }

    /** Its own limit in requests a minute, beside the account's; empty where Zendesk names none. */
    OptionalInt perMinute() {
        return perMinute == 0 ? OptionalInt.empty() : OptionalInt.of(perMinute);
    }

    /** Whether it lists tickets, which only commands do. */
    boolean isExport() {
        return this == SEARCH_EXPORT || this == INCREMENTAL_EXPORT;
    }

    /** Whether a refusal may be about the one ticket that was asked for. */
    boolean isOfOneTicket() {
        return this == COMMENTS;
    }
}
