package io.github.ticketsummarizer.fakes.zendesk;

import java.util.Map;

/**
 * How many requests the account takes in a minute. A minute begins with the first request after the last one ended.
 *
 * @param account of all endpoints together, except that tokens are free
 * @param endpoints of single endpoints besides, by their {@linkplain Endpoints names}
 */
public record Limits(int account, Map<String, Integer> endpoints) {
    /** An Enterprise account's, and those that Zendesk's documentation gives for the two exports. */
    public static final Limits DEFAULT =
            new Limits(700, Map.of(Endpoints.SEARCH_EXPORT, 100, Endpoints.INCREMENTAL, 10));

    /** As good as none. */
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Map.of());

    public Limits {
        endpoints = Map.copyOf(endpoints);
    }

    /** The same limits with another one for the account. */
    public Limits withAccount(int perMinute) {
        return new Limits(perMinute, endpoints);
    }
}
