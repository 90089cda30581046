package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Set;

/** Tells by what stands before four numbers that they are a version: {@code Chrome/120.0.0.0}, {@code upgraded to 4.2.0.1}. */
final class VersionContext {
    private static final int LONGEST_WORD = 16;
    private static final int MOST_WORDS = 4;
    private static final int MOST_BETWEEN = 8;
    /** Behind these stands a version. */
    private static final Set<String> VERSION_WORDS = Set.of(
            "version",
            "versions",
            "release",
            "releases",
            "build",
            "versie",
            "versión",
            "versione",
            "v",
            "ver",
            "firmware");
    /** Behind these stands a version or an address. */
    private static final Set<String> PRODUCT_WORDS = Set.of(
            "agent",
            "driver",
            "oracle",
            "patch",
            "hotfix",
            "plugin",
            "sdk",
            "jdbc",
            "odbc",
            "connector",
            "chrome",
            "firefox",
            "safari",
            "java",
            "jdk",
            "jre");

    private static final Set<String> CHANGE_WORDS =
            Set.of("upgrade", "upgraded", "upgrades", "upgrading", "downgrade", "downgraded", "downgrading");

    private VersionContext() {}

    static boolean isVersion(Scan scan, int at, int end) {
        if (scan.at(at - 1) == '/') {
            return isProduct(scan, at - 1) && !hasPort(scan, end) && !isPrivate(scan, at);
        }
        int wordEnd = before(scan, at);
        int wordStart = wordStart(scan, wordEnd);
        if (wordStart == wordEnd) {
            return false;
        }
        String word = scan.lowerCase(wordStart, wordEnd);
        return VERSION_WORDS.contains(word)
                || (PRODUCT_WORDS.contains(word) && !hasPort(scan, end) && hasSmallNumbers(scan, at, end))
                || ((word.equals("to") || word.equals("from")) && isChange(scan, wordStart));
    }

    /** A host's name has a dot, a hyphen or a digit in it, or is lower case: {@code localhost/192.0.2.1}. */
    private static boolean isProduct(Scan scan, int end) {
        int start = end;
        while (Scan.isLetter(scan.at(start - 1)) && end - start <= LONGEST_WORD) {
            start--;
        }
        return start < end
                && Scan.isUpperCase(scan.at(start))
                && scan.isStart(start)
                && ".-".indexOf(scan.at(start - 1)) <= 0;
    }

    private static boolean hasPort(Scan scan, int end) {
        return scan.at(end) == ':' && Scan.isDigit(scan.at(end + 1));
    }

    /** RFC 1918, as far as versions do not look the same. */
    private static boolean isPrivate(Scan scan, int at) {
        return scan.startsWith("10.", at) || scan.startsWith("192.168.", at) || scan.startsWith("172.", at);
    }

    /** As versions have: none of three digits, the first below 40. */
    private static boolean hasSmallNumbers(Scan scan, int at, int end) {
        int digits = 0;
        for (int i = at; i < end; i++) {
            digits = Scan.isDigit(scan.at(i)) ? digits + 1 : 0;
            if (digits > 2) {
                return false;
            }
        }
        return !isPrivate(scan, at) && (!Scan.isDigit(scan.at(at + 1)) || scan.at(at) < '4');
    }

    /** Whether one of the words before tells of a new version. */
    private static boolean isChange(Scan scan, int at) {
        int start = at;
        for (int i = 0; i < MOST_WORDS; i++) {
            int end = before(scan, start);
            start = wordStart(scan, end);
            if (start == end) {
                return false;
            }
            if (CHANGE_WORDS.contains(scan.lowerCase(start, end))) {
                return true;
            }
        }
        return false;
    }

    /** The end of what stands before blanks and the signs between a name and its value. */
    private static int before(Scan scan, int at) {
        int end = at;
        while (at - end < MOST_BETWEEN && (Scan.isBlank(scan.at(end - 1)) || ".:=\",".indexOf(scan.at(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }

    private static int wordStart(Scan scan, int end) {
        int start = end;
        while (end - start < LONGEST_WORD && (Scan.isLetterOrDigit(scan.at(start - 1)) || scan.at(start - 1) == '.')) {
            start--;
        }
        return start;
    }
}
