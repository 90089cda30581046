package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/** The user and password of a URL, seen at the colon of {@code scheme://}. */
final class UserInfoDetector implements Detector {
    private static final int LONGEST_AUTHORITY = 512;

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (scan.at(at) != ':' || scan.at(at + 1) != '/' || scan.at(at + 2) != '/') {
            return null;
        }
        int start = at + 3;
        int lastAt = -1;
        for (int i = start; i < start + LONGEST_AUTHORITY && isAuthority(scan.at(i)); i++) {
            lastAt = scan.at(i) == '@' ? i : lastAt;
        }
        return lastAt <= start || scan.isMark(start) ? null : new Finding(start, lastAt, Mark.TOKEN);
    }

    private static boolean isAuthority(char character) {
        return character > ' ' && "/?#\"'<>\\".indexOf(character) < 0;
    }
}
