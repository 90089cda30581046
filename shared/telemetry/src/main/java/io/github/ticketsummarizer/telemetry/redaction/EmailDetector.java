package io.github.ticketsummarizer.telemetry.redaction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses, seen at their {@code @}, which may be wide (U+FF20), percent-encoded, quoted-printable, or escaped as
 * HTML or JSON have it. Signs that nobody sees may be anywhere in them.
 */
final class EmailDetector implements Detector {
    /** Twice what RFC 5321 allows (4.5.3.1.1), since mailing lists put an address into the local part of another. */
    private static final int LONGEST_LOCAL_PART = 128;

    private static final String QUOTED_PRINTABLE = "=40";
    private static final List<String> ENCODED = List.of("%40", "&#64;", "&#x40;", "&commat;", QUOTED_PRINTABLE);
    /** {@code width=40px.css} has the same look, so the ends of domains that most addresses have are asked for. */
    private static final Set<String> COMMON_ENDS = Set.of(
            "com", "org", "net", "edu", "gov", "eu", "example", "uk", "de", "fr", "es", "it", "nl", "be", "ch", "at",
            "pl", "se", "no", "dk", "fi", "ie", "pt", "cz", "jp", "cn", "in", "au", "ca", "us", "br", "mx");
    /** The user of all repositories: {@code git@github.com:owner/name}. */
    private static final String REPOSITORY_USER = "git";

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        int domain = domainStart(scan, at);
        if (domain < 0) {
            return null;
        }
        int end = domainEnd(scan, domain);
        if (end <= domain || (scan.startsWith(QUOTED_PRINTABLE, at) && !hasCommonEnd(scan, domain, end))) {
            return null;
        }
        int start = localPartStart(scan, at);
        return start < at && !scan.text(start, at).equals(REPOSITORY_USER) ? new Finding(start, end, Mark.EMAIL) : null;
    }

    private static int domainStart(Scan scan, int at) {
        return switch (scan.at(at)) {
            case '@', '\uFF20' -> at + 1;
            case '%', '=', '&' -> encodedEnd(scan, at);
            case '\\' -> escapeEnd(scan, at);
            default -> -1;
        };
    }

    private static int encodedEnd(Scan scan, int at) {
        for (String encoded : ENCODED) {
            if (scan.startsWith(encoded, at)) {
                return at + encoded.length();
            }
        }
        return -1;
    }

    private static int escapeEnd(Scan scan, int at) {
        int end = scan.escapeEnd(at);
        return scan.startsWith("u0040", end - 5) ? end : -1;
    }

    private static int localPartStart(Scan scan, int at) {
        if (scan.at(at - 1) == '"' && scan.at(at - 2) != '\\') {
            return quotedLocalPartStart(scan, at - 1);
        }
        int least = Math.max(scan.floor(), at - LONGEST_LOCAL_PART);
        int start = localCharactersStart(scan, at, least);
        if (scan.at(start - 1) == '=' && start > least) {
            int before = localCharactersStart(scan, start - 1, least);
            start = isReturnPath(scan.text(before, start - 1), scan.text(start, at)) ? before : start;
        }
        while (start < at && ".'-".indexOf(scan.at(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static int localCharactersStart(Scan scan, int end, int least) {
        int start = end;
        while (start > least && isLocalCharacter(scan.at(start - 1))) {
            start--;
        }
        return start;
    }

    /** {@code bounce+karen=example.com@…}: the address of somebody as a part of another (VERP). */
    private static boolean isReturnPath(String before, String behind) {
        return (before.indexOf('+') > 0 || before.indexOf('-') > 0) && behind.indexOf('.') > 0;
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
                || Scan.isInvisible(character)
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
        boolean named = lastDot > domain && end - lastDot > 2 && Scan.isLetter(firstVisible(scan, lastDot + 1));
        return named && !isVersion(scan, domain) ? end : -1;
    }

    /** {@code lodash@4.17.21.tgz}: numbers in place of names. */
    private static boolean isVersion(Scan scan, int domain) {
        int first = digitsEnd(scan, domain);
        int second = digitsEnd(scan, first + 1);
        return first > domain && scan.at(first) == '.' && second > first + 1 && scan.at(second) == '.';
    }

    private static int digitsEnd(Scan scan, int at) {
        int end = at;
        while (Scan.isDigit(scan.at(end))) {
            end++;
        }
        return end;
    }

    private static char firstVisible(Scan scan, int at) {
        int visible = at;
        while (Scan.isInvisible(scan.at(visible))) {
            visible++;
        }
        return scan.at(visible);
    }

    private static boolean hasCommonEnd(Scan scan, int domain, int end) {
        String name = scan.lowerCase(domain, end);
        return COMMON_ENDS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean isDomainCharacter(char character) {
        return Scan.isLetterOrDigit(character) || character == '-' || Scan.isInvisible(character);
    }
}
