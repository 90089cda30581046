package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.model.Settings;

/**
 * How much of what an account allows this instance takes.
 *
 * @param percent of the account's limit that all instances take together; the rest is for the agents
 * @param instances that share it alike
 * @param assumedPerMinute the account's limit as long as Zendesk has not told it, in requests a minute
 */
public record RateShare(int percent, int instances, int assumedPerMinute) {
    /** Half, for one instance, of the smallest plan that is sold: 200 requests a minute (Zendesk, "Rate limits"). */
    public static final RateShare DEFAULT = new RateShare(50, 1, 200);

    /** Reads {@code ZENDESK_RATE_SHARE}, {@code ZENDESK_INSTANCES} and {@code ZENDESK_RATE_LIMIT}. */
    public static RateShare from(Settings settings) {
        return new RateShare(
                settings.wholeNumber("ZENDESK_RATE_SHARE", DEFAULT.percent, 1, 100),
                settings.wholeNumber("ZENDESK_INSTANCES", DEFAULT.instances, 1, 1_000),
                settings.wholeNumber("ZENDESK_RATE_LIMIT", DEFAULT.assumedPerMinute, 1, 1_000_000));
    }

    /** This instance's part of a limit, at least one call. */
    int of(int perMinute) {
        return (int) Math.max(1, (long) perMinute * percent / 100 / instances);
    }
}
