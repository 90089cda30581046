package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.model.Settings;

/**
 * How much of what an account allows a caller takes. Processes do not know of each other's calls, so a small part of the
 * share is set aside for commands such as {@code submit}, one of them at a time, and the instances that fetch divide the
 * rest.
 *
 * @param percent of the account's limit that all instances and commands take together; the rest is for the agents
 * @param instances that share it alike
 * @param assumedPerMinute the account's limit as long as Zendesk has not told it, in requests a minute
 * @param caller whose part it is
 */
public record RateShare(int percent, int instances, int assumedPerMinute, Caller caller) {
    /** Half, for one instance, of the smallest plan that is sold: 200 requests a minute (Zendesk, "Rate limits"). */
    public static final RateShare DEFAULT = new RateShare(50, 1, 200, Caller.FETCHER);

    /** An access token and three calls, which is what the look before a run takes at most. */
    private static final int ASIDE_LEAST = 4;

    /** A fiftieth: as a call finds 100 tickets, {@code submit} finds twice as many with it as the rest can fetch. */
    private static final int ASIDE_DIVISOR = 50;

    /** Who calls. */
    public enum Caller {
        /** An instance that fetches tickets. */
        FETCHER,
        /** A command that calls beside the instances. */
        COMMAND
    }

    /** Reads {@code ZENDESK_RATE_SHARE}, {@code ZENDESK_INSTANCES} and {@code ZENDESK_RATE_LIMIT}. */
    static RateShare from(Settings settings, Caller caller) {
        return new RateShare(
                settings.wholeNumber("ZENDESK_RATE_SHARE", DEFAULT.percent, 1, 100),
                settings.wholeNumber("ZENDESK_INSTANCES", DEFAULT.instances, 1, 1_000),
                settings.wholeNumber("ZENDESK_RATE_LIMIT", DEFAULT.assumedPerMinute, 1, 1_000_000),
                caller);
    }

    /** This caller's part of a limit that all share, at least one call. */
    int of(int perMinute) {
        int share = share(perMinute);
        int aside = Math.min(Math.max(ASIDE_LEAST, share / ASIDE_DIVISOR), share / 2);
        return Math.max(
                1,
                switch (caller) {
                    case FETCHER -> (share - aside) / instances;
                    case COMMAND -> aside;
                });
    }

    /** This caller's part of an endpoint's own limit, at least one call. Only commands ask for exports. */
    int of(Endpoint endpoint, int perMinute) {
        return endpoint.isExport() ? Math.max(1, share(perMinute)) : of(perMinute);
    }

    private int share(int perMinute) {
        return (int) ((long) perMinute * percent / 100);
    }
}
