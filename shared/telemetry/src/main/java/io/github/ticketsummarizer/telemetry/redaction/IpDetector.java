package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/**
 * Addresses and networks of IP version 4 and 6, with prefix length and zone, {@code 192[.]0[.]2[.]7} and the names that
 * clouds make of them ({@code ip-192-0-2-7}). Loopback and unspecified addresses and masks stay: they say nothing of
 * anybody. So does a number of four parts behind a word that announces a version.
 */
final class IpDetector implements Detector {
    private static final int LONGEST_VERSION_6 = 45;
    private static final int LONGEST_GROUP = 4;
    /** Before the numbers of an address, in the name of a host. */
    private static final String[] HOST_PREFIXES = {"ip-", "ec2-"};

    private static final String[] DOTS = {".", "[.]", "(.)"};
    private static final String[] HYPHENS = {"-"};

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        Finding inName = inName(scan, at);
        if (inName != null) {
            return inName;
        }
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

    private static @Nullable Finding inName(Scan scan, int at) {
        for (String prefix : HOST_PREFIXES) {
            if (scan.startsWith(prefix, at) && scan.isStart(at)) {
                int start = at + prefix.length();
                int end = numbersEnd(scan, start, HYPHENS);
                return end < 0 ? null : new Finding(start, end, Mark.IP);
            }
        }
        return null;
    }

    /** The end of four numbers of at most 255 with dots between; negative when there are none here. */
    static int version4End(Scan scan, int at) {
        return numbersEnd(scan, at, DOTS);
    }

    private static int numbersEnd(Scan scan, int at, String[] separators) {
        int i = at;
        for (int part = 0; part < 4; part++) {
            i = part == 0 ? i : behind(scan, i, separators);
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
        boolean goesOn = !scan.isEnd(i) || Scan.isDigit(scan.at(behind(scan, i, separators)));
        return goesOn ? -1 : i;
    }

    /** The place behind a separator; where there is none, one outside of the text. */
    private static int behind(Scan scan, int at, String[] separators) {
        for (String separator : separators) {
            if (scan.startsWith(separator, at)) {
                return at + separator.length();
            }
        }
        return scan.length();
    }

    private static boolean isHarmless(Scan scan, int at, int end) {
        return scan.startsWith("127.", at)
                || scan.startsWith("255.", at)
                || scan.text(at, end).equals("0.0.0.0")
                || VersionContext.isVersion(scan, at, end);
    }

    private static int version6End(Scan scan, int at) {
        if (scan.at(at - 1) == ':' && !isLabel(scan, at - 1)) {
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

    /** {@code source:} and {@code IPv6:}, but no group of an address. */
    private static boolean isLabel(Scan scan, int end) {
        int start = end;
        boolean hex = true;
        while (end - start <= LONGEST_GROUP && Scan.isLetterOrDigit(scan.at(start - 1))) {
            hex &= Scan.isHex(scan.at(--start));
        }
        boolean group = hex && end - start <= LONGEST_GROUP;
        return !group || (start == end && scan.at(end - 1) != ':');
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
            } else if (!pieces[i].isEmpty() && pieces[i].length() <= LONGEST_GROUP && pieces[i].indexOf('.') < 0) {
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
