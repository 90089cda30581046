package io.github.ticketsummarizer.fakes.zendesk;

/** The names of the account's endpoints in its log, in plans of faults and in limits. */
public final class Endpoints {
    /** {@code GET /api/v2/tickets/ID}. */
    public static final String TICKET = "ticket";

    /** {@code GET /api/v2/tickets/show_many}. */
    public static final String SHOW_MANY = "show_many";

    /** {@code GET /api/v2/tickets/ID/comments}. */
    public static final String COMMENTS = "comments";

    /** {@code GET /api/v2/search/export}. */
    public static final String SEARCH_EXPORT = "search_export";

    /** {@code GET /api/v2/incremental/tickets/cursor}. */
    public static final String INCREMENTAL = "incremental_tickets";

    /** {@code POST /oauth/tokens}. */
    public static final String TOKENS = "oauth_tokens";

    private Endpoints() {}
}
