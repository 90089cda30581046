package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.zendesk.backfill.BackfillQuery;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tickets Zendesk is to find. */
final class BackfillOptions {
    /** Zendesk answers for no later time ("Incremental Exports", developer.zendesk.com). */
    private static final Duration LATEST = Duration.ofMinutes(1);

    @Option(
            names = "--search",
            paramLabel = "QUERY",
            description = "All tickets that this finds, in Zendesk's search language.")
    private @Nullable String search;

    @Option(
            names = "--updated-since",
            paramLabel = "TIME",
            description =
                    "All tickets that were made or updated since: 2026-11-01, where the day begins in this machine's"
                            + " zone, or 2026-11-01T08:00:00Z.")
    private @Nullable String updatedSince;

    /**
     * The query; empty when none is asked for.
     *
     * @throws CliException when it cannot be one
     */
    Optional<BackfillQuery> query(Clock clock) {
        if (search != null && updatedSince != null) {
            throw CliException.usage("give --search or --updated-since, not both");
        }
        if (search != null) {
            if (search.isBlank()) {
                throw CliException.usage("--search: the query is empty");
            }
            return Optional.of(new BackfillQuery.Search(search));
        }
        return Optional.ofNullable(updatedSince).map(text -> new BackfillQuery.UpdatedSince(time(text, clock)));
    }

    private static Instant time(String text, Clock clock) {
        Instant time;
        try {
            time = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw CliException.usage(
                    "--updated-since: '%s' is not a date such as 2026-11-01, or a time such as".formatted(text)
                            + " 2026-11-01T08:00:00Z");
        }
        if (time.isAfter(clock.instant().minus(LATEST))) {
            throw CliException.usage("--updated-since: %s must be a minute ago at least".formatted(text));
        }
        return time;
    }
}
