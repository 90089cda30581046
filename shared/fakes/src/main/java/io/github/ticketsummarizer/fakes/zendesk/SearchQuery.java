package io.github.ticketsummarizer.fakes.zendesk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small part of Zendesk's search language: {@code status:}, {@code tags:}, {@code created} and {@code updated} with
 * {@code :}, {@code >}, {@code >=}, {@code <} or {@code <=} and a date or time, {@code "some words"}, and words, which
 * must be in subject or description. All must hold. {@code type:ticket} always does.
 */
final class SearchQuery {
    private static final Pattern TERM = Pattern.compile("(?:(\\w+)(:|>=|<=|>|<))?(\"[^\"]*\"|\\S+)");

    private final List<MatchResult> terms;

    SearchQuery(String query) {
        this.terms = TERM.matcher(query).results().toList();
    }

    boolean matches(FakeTicket ticket) {
        return terms.stream().allMatch(term -> matches(term, ticket));
    }

    private static boolean matches(MatchResult term, FakeTicket ticket) {
        String value = term.group(3).replace("\"", "");
        return switch (term.group(1)) {
            case null -> contains(ticket, value);
            case "type" -> value.equals("ticket");
            case "status" -> ticket.text("status").equals(value);
            case "tags" -> hasTag(ticket, value);
            case "created" -> compares(ticket.time("created_at"), term.group(2), value);
            case "updated" -> compares(ticket.time("updated_at"), term.group(2), value);
            default -> contains(ticket, term.group());
        };
    }

    private static boolean contains(FakeTicket ticket, String words) {
        String text = ticket.text("subject") + " " + ticket.text("description");
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static boolean hasTag(FakeTicket ticket, String tag) {
        for (var one : ticket.ticket().path("tags")) {
            if (one.asText("").equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean compares(Instant time, String operator, String value) {
        Instant start = instant(value);
        if (start == null) {
            return false;
        }
        // A date stands for the whole day.
        Instant end = value.contains("T") ? start : start.plusSeconds(86_399);
        return switch (operator) {
            case ">" -> time.isAfter(end);
            case ">=" -> !time.isBefore(start);
            case "<" -> time.isBefore(start);
            case "<=" -> !time.isAfter(end);
            default -> !time.isBefore(start) && !time.isAfter(end);
        };
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
