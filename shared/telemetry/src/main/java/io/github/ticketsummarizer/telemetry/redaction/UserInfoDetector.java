package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/** The user and password of a URL, seen at the colon of {@code scheme://}, or of Oracle's {@code thin:user/password@}. */
final class UserInfoDetector implements Detector {
    private static final int LONGEST_AUTHORITY = 512;

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (scan.at(at) != ':') {
            return null;
        }
        if (scan.at(at + 1) != '/' || scan.at(at + 2) != '/') {
            return scan.startsWith("oracle:thin", at - 11) || scan.startsWith("oracle:oci", at - 10)
                    ? oracles(scan, at + 1)
                    : null;
        }
        int start = at + 3;
        int lastAt = -1;
        for (int i = start; i < start + LONGEST_AUTHORITY && isAuthority(scan.at(i)); i++) {
            lastAt = scan.at(i) == '@' ? i : lastAt;
        }
        return lastAt <= start || scan.isMark(start) ? null : new Finding(start, lastAt, Mark.TOKEN);
    }

    private static @Nullable Finding oracles(Scan scan, int start) {
        int slash = -1;
        for (int i = start; i < start + LONGEST_AUTHORITY && scan.at(i) > ' '; i++) {
            if (scan.at(i) == '@') {
                return slash > start ? new Finding(start, i, Mark.TOKEN) : null;
            }
            slash = scan.at(i) == '/' && slash < 0 ? i : slash;
        }
        return null;
    }

    private static boolean isAuthority(char character) {
        return character > ' ' && "/?#\"'<>\\".indexOf(character) < 0;
    }
}
