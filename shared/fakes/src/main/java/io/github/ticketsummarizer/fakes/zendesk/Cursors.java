package io.github.ticketsummarizer.fakes.zendesk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes and reads cursors: text that a client cannot make, each good for one list only. */
final class Cursors {
    private static final Pattern CURSOR = Pattern.compile("(\\d+)/(\\d+)/(.*)", Pattern.DOTALL);

    private final InstantSource clock;

    Cursors(InstantSource clock) {
        this.clock = clock;
    }

    /** @param list names the list, so that its cursor is refused elsewhere */
    String write(String list, long position) {
        String plain = "%d/%d/%s".formatted(position, clock.instant().getEpochSecond(), list);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal 400 when the cursor is none, of another list, or older than its life */
    long read(String list, String cursor, Duration life) {
        Matcher matcher = CURSOR.matcher(decoded(cursor));
        if (!matcher.matches() || !matcher.group(3).equals(list)) {
            throw new Refusal(ZendeskErrors.error(400, "InvalidCursor", "The cursor is invalid"));
        }
        Instant written = Instant.ofEpochSecond(Long.parseLong(matcher.group(2)));
        if (clock.instant().isAfter(written.plus(life))) {
            throw new Refusal(ZendeskErrors.error(400, "InvalidCursor", "The cursor has expired"));
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
