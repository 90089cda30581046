package io.github.ticketsummarizer.llm.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long an API asks to wait, in each of the ways in which one says so. */
final class RetryAfter {
    private static final String HEADER = "Retry-After";
    private static final List<String> MILLISECONDS = List.of("retry-after-ms", "x-ms-retry-after-ms");
    /** In the body of Google's errors: {@code google.rpc.RetryInfo}, a number of seconds followed by an s. */
    private static final String RETRY_INFO = "retryDelay";

    private RetryAfter() {}

    /** Null where it says nothing that can be read; never negative. */
    static @Nullable Duration of(ErrorResponse response, Instant now) {
        return Stream.of(
                        milliseconds(response),
                        seconds(response.header(HEADER)),
                        date(response, now),
                        retryInfo(response))
                .filter(Objects::nonNull)
                .findFirst()
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .orElse(null);
    }

    private static @Nullable Duration milliseconds(ErrorResponse response) {
        for (String name : MILLISECONDS) {
            Duration wait = scaled(response.header(name), 1);
            if (wait != null) {
                return wait;
            }
        }
        return null;
    }

    private static @Nullable Duration seconds(@Nullable String value) {
        return scaled(value, 1_000);
    }

    /** The server's own clock counts, since ours may differ. */
    private static @Nullable Duration date(ErrorResponse response, Instant now) {
        Instant until = instant(response.header(HEADER));
        Instant from = instant(response.header("Date"));
        return until == null ? null : Duration.between(from == null ? now : from, until);
    }

    private static @Nullable Duration retryInfo(ErrorResponse response) {
        JsonNode delay = response.body().findValue(RETRY_INFO);
        return delay == null || !delay.asText().endsWith("s")
                ? null
                : seconds(delay.asText().substring(0, delay.asText().length() - 1));
    }

    private static @Nullable Duration scaled(@Nullable String number, long millis) {
        try {
            return number == null ? null : Duration.ofMillis(Math.round(Double.parseDouble(number.strip()) * millis));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable String date) {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
