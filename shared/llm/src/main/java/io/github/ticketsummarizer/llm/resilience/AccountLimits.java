package io.github.ticketsummarizer.llm.resilience;

import io.github.ticketsummarizer.model.Settings;
import java.util.List;

/**
 * What this process may ask of a provider's account.
 *
 * @param requestsPerMinute 0 for no limit
 * @param tokensPerMinute read and written; 0 for no limit
 * @param maxConcurrency calls at once, however much the provider takes
 * @param instances the processes, this one included, that may each ask as much
 */
public record AccountLimits(int requestsPerMinute, int tokensPerMinute, int maxConcurrency, int instances) {
    private static final String REQUESTS = "_REQUESTS_PER_MINUTE";
    private static final String TOKENS = "_TOKENS_PER_MINUTE";
    private static final String SHARE = "_RATE_SHARE";
    private static final String INSTANCES = "_INSTANCES";
    private static final String CONCURRENCY = "_MAX_CONCURRENCY";
    /** What the names of these settings end in. */
    public static final List<String> SUFFIXES = List.of(REQUESTS, TOKENS, SHARE, INSTANCES, CONCURRENCY);

    private static final int NO_LIMIT = 0;
    private static final int ALL = 100;
    private static final int MOST = 1_000_000_000;

    /**
     * Reads {@code <prefix>_REQUESTS_PER_MINUTE} and {@code <prefix>_TOKENS_PER_MINUTE}, the limits of the account; {@code
     * <prefix>_RATE_SHARE}, the percentage of them that this program may use; {@code <prefix>_INSTANCES}, the processes
     * that divide this share; and {@code <prefix>_MAX_CONCURRENCY}.
     */
    public static AccountLimits from(Settings settings, String prefix) {
        int share = settings.wholeNumber(prefix + SHARE, ALL, 1, ALL);
        int instances = settings.wholeNumber(prefix + INSTANCES, 1, 1, 1_000);
        return new AccountLimits(
                part(settings.wholeNumber(prefix + REQUESTS, NO_LIMIT, 1, MOST), share, instances),
                part(settings.wholeNumber(prefix + TOKENS, NO_LIMIT, 1, MOST), share, instances),
                settings.wholeNumber(prefix + CONCURRENCY, 1_000, 1, 10_000),
                instances);
    }

    private static int part(int limit, int share, int instances) {
        return limit == NO_LIMIT ? NO_LIMIT : Math.max(1, Math.toIntExact((long) limit * share / ALL / instances));
    }
}
