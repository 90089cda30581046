package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/** E-mail addresses, seen at their {@code @}, which may be wide (U+FF20) or percent-encoded. */
final class EmailDetector implements Detector {
    /** Twice what RFC 5321 allows (4.5.3.1.1), since mailing lists put an address into the local part of another. */
    private static final int LONGEST_LOCAL_PART = 128;

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        int domain = domainStart(scan, at);
        if (domain < 0) {
            return null;
        }
        int end = domainEnd(scan, domain);
        if (end <= domain) {
            return null;
        }
        int start = localPartStart(scan, at);
        return start < at ? new Finding(start, end, Mark.EMAIL) : null;
    }

    private static int domainStart(Scan scan, int at) {
        return switch (scan.at(at)) {
            case '@', '\uFF20' -> at + 1;
            case '%' -> scan.at(at + 1) == '4' && scan.at(at + 2) == '0' ? at + 3 : -1;
            default -> -1;
        };
    }

    private static int localPartStart(Scan scan, int at) {
        if (scan.at(at - 1) == '"' && scan.at(at - 2) != '\\') {
            return quotedLocalPartStart(scan, at - 1);
        }
        int least = Math.max(scan.floor(), at - LONGEST_LOCAL_PART);
        int start = at;
        while (start > least && isLocalCharacter(scan.at(start - 1))) {
            start--;
        }
        while (start < at && ".'-".indexOf(scan.at(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static int quotedLocalPartStart(Scan scan, int closingQuote) {
        int least = Math.max(scan.floor(), closingQuote - LONGEST_LOCAL_PART);
        for (int i = closingQuote - 1; i >= least; i--) {
            if (scan.at(i) == '"') {
                return i;
            }
        }
        return closingQuote + 1;
    }

    private static boolean isLocalCharacter(char character) {
        return Scan.isLetterOrDigit(character)
                || Character.isSurrogate(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || "._%+-'".indexOf(character) >= 0;
    }

    /** The end of a host name with a dot in it and letters behind the last one, or of an IPv4 address. */
    private static int domainEnd(Scan scan, int domain) {
        int address = IpDetector.version4End(scan, domain);
        if (address > 0) {
            return address;
        }
        int end = domain;
        int lastDot = -1;
        while (isDomainCharacter(scan.at(end)) || (scan.at(end) == '.' && isDomainCharacter(scan.at(end + 1)))) {
            if (scan.at(end) == '.') {
                lastDot = end;
            }
            end++;
        }
        boolean named = lastDot > domain && end - lastDot > 2 && Scan.isLetter(scan.at(lastDot + 1));
        return named ? end : -1;
    }

    private static boolean isDomainCharacter(char character) {
        return Scan.isLetterOrDigit(character) || character == '-';
    }
}
