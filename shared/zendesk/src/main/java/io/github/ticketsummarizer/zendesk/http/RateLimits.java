package io.github.ticketsummarizer.zendesk.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer's headers say of limits.
 *
 * @param account the limit of the account
 * @param endpoint the limit of what was asked alone
 */
record RateLimits(Optional<Limit> account, Optional<Limit> endpoint) {
    private static final String ENDPOINT_PREFIX = "zendesk-ratelimit-";
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,9}).*");
    private static final Duration RESET_MOST = Duration.ofHours(1);

    /**
     * One limit.
     *
     * @param total requests a minute
     * @param remaining requests that are left
     * @param reset when there will be more
     */
    record Limit(int total, int remaining, Duration reset) {}

    static RateLimits of(HttpHeaders headers) {
        OptionalInt total = number(headers, "x-rate-limit", "ratelimit-limit");
        OptionalInt remaining = number(headers, "x-rate-limit-remaining", "ratelimit-remaining");
        OptionalInt reset = number(headers, "ratelimit-reset", "ratelimit-reset");
        Optional<Limit> account = limit(total, remaining, reset);
        return new RateLimits(account, endpoint(headers));
    }

    /** For example {@code zendesk-ratelimit-tickets-index: total=100; remaining=99; resets=41}. */
    private static Optional<Limit> endpoint(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .filter(header -> header.getKey().regionMatches(true, 0, ENDPOINT_PREFIX, 0, ENDPOINT_PREFIX.length()))
                .map(Map.Entry::getValue)
                .flatMap(values -> values.stream())
                .flatMap(value -> limit(part(value, "total"), part(value, "remaining"), part(value, "resets")).stream())
                .findFirst();
    }

    private static Optional<Limit> limit(OptionalInt total, OptionalInt remaining, OptionalInt reset) {
        if (total.isEmpty() || total.getAsInt() == 0) {
            return Optional.empty();
        }
        Duration until = Duration.ofSeconds(reset.orElse(60));
        return Optional.of(new Limit(
                total.getAsInt(),
                remaining.orElse(total.getAsInt()),
                until.compareTo(RESET_MOST) > 0 ? RESET_MOST : until));
    }

    private static OptionalInt number(HttpHeaders headers, String name, String otherName) {
        return headers.firstValue(name)
                .or(() -> headers.firstValue(otherName))
                .map(RateLimits::leadingNumber)
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt part(String value, String name) {
        for (String part : value.split(";", -1)) {
            String[] sides = part.split("=", 2);
            if (sides.length == 2 && sides[0].strip().equalsIgnoreCase(name)) {
                return leadingNumber(sides[1]);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt leadingNumber(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
