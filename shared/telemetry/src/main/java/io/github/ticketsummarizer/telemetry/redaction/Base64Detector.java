package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/**
 * What is left of a private key whose first line is missing, and secrets of forty characters as AWS makes them: base64, mixed
 * as only chance mixes it. Lines that follow such a line go with it, and a shorter one right before it.
 */
final class Base64Detector implements Detector {
    private static final int SHORTEST = 40;
    /** Looked at to tell whether it is base64; all of it goes when it is. */
    private static final int BEGINNING = 128;
    /** The least of random base64, which has 10 digits, 26 capitals and 41 changes of kind in 64 characters. */
    private static final double LEAST_DIGITS = 0.02;

    private static final double LEAST_CAPITALS = 0.25;
    private static final double LEAST_CHANGES = 0.4;

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (!isStart(scan, at)) {
            return null;
        }
        int first = end(scan, at, BEGINNING);
        if (first == at + BEGINNING || first - at >= SHORTEST) {
            return isMixed(scan, at, first) ? new Finding(at, blockEnd(scan, at), Mark.TOKEN) : null;
        }
        if (!startsLine(scan, at) || !hasDigitAndCapital(scan, at, first)) {
            return null;
        }
        int next = nextLine(scan, first);
        int nextEnd = next < 0 ? -1 : end(scan, next, BEGINNING);
        boolean leads = nextEnd - next >= SHORTEST && isMixed(scan, next, nextEnd);
        return leads ? new Finding(at, blockEnd(scan, next), Mark.TOKEN) : null;
    }

    /** A sign between letters is inside, but one before them all may be the first of base64. */
    private static boolean isStart(Scan scan, int at) {
        return at == scan.floor() || !isCharacter(scan.at(at - 1)) || !isCharacter(scan.at(at - 2));
    }

    private static int end(Scan scan, int at, int most) {
        int end = at;
        while (end - at < most && isCharacter(scan.at(end))) {
            end++;
        }
        while (end - at < most && scan.at(end) == '=') {
            end++;
        }
        return end;
    }

    /** The end of the lines of base64 from one of them on. */
    private static int blockEnd(Scan scan, int at) {
        int end = end(scan, at, scan.length());
        for (int next = nextLine(scan, end); next >= 0; next = nextLine(scan, end)) {
            int nextEnd = end(scan, next, scan.length());
            boolean belongs = nextEnd - next >= SHORTEST || hasDigitAndCapital(scan, next, nextEnd);
            if (!belongs || (nextEnd < scan.length() && scan.at(nextEnd) != '\n' && scan.at(nextEnd) != '\r')) {
                return end;
            }
            end = nextEnd;
        }
        return end;
    }

    /** The start of the line behind this place; negative where more than a line's end stands between. */
    private static int nextLine(Scan scan, int at) {
        int end = scan.at(at) == '\r' ? at + 1 : at;
        return scan.at(end) == '\n' && isCharacter(scan.at(end + 1)) ? end + 1 : -1;
    }

    private static boolean startsLine(Scan scan, int at) {
        return at == 0 || scan.at(at - 1) == '\n';
    }

    private static boolean hasDigitAndCapital(Scan scan, int start, int end) {
        boolean digit = scan.at(end - 1) == '=';
        boolean capital = false;
        for (int i = start; i < end; i++) {
            digit |= Scan.isDigit(scan.at(i));
            capital |= Scan.isUpperCase(scan.at(i));
        }
        return digit && capital;
    }

    private static boolean isMixed(Scan scan, int start, int end) {
        int digits = 0;
        int capitals = 0;
        int changes = 0;
        for (int i = start; i < end; i++) {
            digits += Scan.isDigit(scan.at(i)) ? 1 : 0;
            capitals += Scan.isUpperCase(scan.at(i)) ? 1 : 0;
            changes += i > start && kind(scan.at(i)) != kind(scan.at(i - 1)) ? 1 : 0;
        }
        int length = end - start;
        return digits >= length * LEAST_DIGITS
                && capitals >= length * LEAST_CAPITALS
                && capitals + digits < length
                && changes >= length * LEAST_CHANGES;
    }

    private static int kind(char character) {
        if (Scan.isDigit(character)) {
            return 0;
        }
        if (Scan.isUpperCase(character)) {
            return 1;
        }
        return Scan.isAsciiLetter(character) ? 2 : 3;
    }

    private static boolean isCharacter(char character) {
        return Scan.isAsciiLetter(character) || Scan.isDigit(character) || character == '+' || character == '/';
    }
}
