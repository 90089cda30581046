package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and networks of IP version 4 and 6, with prefix length and zone. Loopback and unspecified addresses stay:
 * they say nothing of anybody. So does a number of four parts behind a word that announces a version.
 */
final class IpDetector implements Detector {
    private static final int LONGEST_VERSION_6 = 45;
    private static final int LOOK_BACK = 12;
    private static final Set<String> VERSION_WORDS =
            Set.of("version", "versions", "release", "build", "versie", "versión", "versione", "v", "ver", "firmware");

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        boolean otherLetter = Scan.isLetter(scan.at(at)) && !Scan.isHex(scan.at(at));
        if (otherLetter || !scan.isStart(at) || scan.at(at - 1) == '.') {
            return null;
        }
        int end = Scan.isDigit(scan.at(at)) ? version4End(scan, at) : -1;
        if (end > 0) {
            return isHarmless(scan, at, end) ? null : new Finding(at, prefixEnd(scan, end), Mark.IP);
        }
        end = version6End(scan, at);
        return end < 0 ? null : new Finding(at, prefixEnd(scan, zoneEnd(scan, end)), Mark.IP);
    }

    /** The end of four numbers of at most 255 with dots between; negative when there are none here. */
    static int version4End(Scan scan, int at) {
        int i = at;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && scan.at(i++) != '.') {
                return -1;
            }
            int digits = i;
            int value = 0;
            while (Scan.isDigit(scan.at(i)) && i - digits < 3) {
                value = value * 10 + scan.at(i++) - '0';
            }
            boolean padded = i - digits > 1 && scan.at(digits) == '0';
            if (i == digits || value > 255 || padded) {
                return -1;
            }
        }
        boolean goesOn = !scan.isEnd(i) || (scan.at(i) == '.' && Scan.isDigit(scan.at(i + 1)));
        return goesOn ? -1 : i;
    }

    private static boolean isHarmless(Scan scan, int at, int end) {
        return scan.startsWith("127.", at) || scan.text(at, end).equals("0.0.0.0") || isVersionNumber(scan, at);
    }

    /** {@code Chrome/120.0.0.0} and {@code version 4.2.0.1}. */
    private static boolean isVersionNumber(Scan scan, int at) {
        if (scan.at(at - 1) == '/') {
            return Scan.isLetter(scan.at(at - 2));
        }
        int end = at;
        while (Scan.isBlank(scan.at(end - 1)) || ".:=\"".indexOf(scan.at(end - 1)) >= 0) {
            if (at - end == LOOK_BACK) {
                return false;
            }
            end--;
        }
        int start = end;
        while (Scan.isLetter(scan.at(start - 1)) && end - start <= LOOK_BACK) {
            start--;
        }
        return start < end && VERSION_WORDS.contains(scan.lowerCase(start, end));
    }

    private static int version6End(Scan scan, int at) {
        if (scan.at(at - 1) == ':' && (Scan.isHex(scan.at(at - 2)) || scan.at(at - 2) == ':')) {
            return -1;
        }
        int end = at;
        int colons = 0;
        while ((Scan.isHex(scan.at(end)) || scan.at(end) == ':' || scan.at(end) == '.')
                && end - at <= LONGEST_VERSION_6) {
            colons += scan.at(end++) == ':' ? 1 : 0;
        }
        while (scan.at(end - 1) == '.' || (scan.at(end - 1) == ':' && scan.at(end - 2) != ':')) {
            end--;
        }
        return colons >= 2 && scan.isEnd(end) && isVersion6(scan.text(at, end)) ? end : -1;
    }

    /** RFC 4291, 2.2; a digit is asked for, so that {@code add::face} of a program stays. */
    private static boolean isVersion6(String candidate) {
        int gap = candidate.indexOf("::");
        if (candidate.equals("::1") || candidate.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        if (gap < 0) {
            return groups(candidate) == 8;
        }
        int before = groups(candidate.substring(0, gap));
        int after = groups(candidate.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after >= 1 && before + after < 8;
    }

    /** How many groups of 16 bits; negative when they are not well formed. */
    private static int groups(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int groups = 0;
        String[] pieces = part.split(":", -1);
        for (int i = 0; i < pieces.length; i++) {
            boolean dotted = i == pieces.length - 1 && pieces[i].indexOf('.') > 0;
            if (dotted && version4End(new Scan(pieces[i]), 0) == pieces[i].length()) {
                groups += 2;
            } else if (!pieces[i].isEmpty() && pieces[i].length() <= 4 && pieces[i].indexOf('.') < 0) {
                groups++;
            } else {
                return -1;
            }
        }
        return groups;
    }

    private static int zoneEnd(Scan scan, int end) {
        return scan.at(end) == '%' && Scan.isLetter(scan.at(end + 1)) ? scan.wordEnd(end + 1) : end;
    }

    private static int prefixEnd(Scan scan, int end) {
        int i = end + 1;
        while (scan.at(end) == '/' && Scan.isDigit(scan.at(i)) && i - end <= 3) {
            i++;
        }
        return i > end + 1 && scan.isEnd(i) ? i : end;
    }
}
