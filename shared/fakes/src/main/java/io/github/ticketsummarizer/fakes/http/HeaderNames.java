package io.github.ticketsummarizer.fakes.http;

import java.util.Locale;

/** Names of headers, which HTTP compares without regard to case. */
final class HeaderNames {
    private HeaderNames() {}

    static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
