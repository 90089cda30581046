package io.github.ticketsummarizer.telemetry.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits as people write long numbers, with blanks, a hyphen, a dot, a slash or brackets between them.
 *
 * @param digits all of them
 * @param groups how many digits each group has
 * @param ends where each group ends in the text, a closing bracket included
 * @param separators the character before each group, U+0000 before the first; a blank of any width as a space, any
 *     dash as a hyphen
 */
record Digits(String digits, List<Integer> groups, List<Integer> ends, List<Character> separators) {
    private static final int MOST = 24;
    private static final int SHORTEST_PHONE = 7;

    /** Whether a single short group stands here, as most numbers do: neither a phone number nor a card's. */
    static boolean isShort(Scan scan, int at) {
        int end = at;
        while (Scan.isDigit(scan.at(end)) && end - at < SHORTEST_PHONE) {
            end++;
        }
        return end > at && end - at < SHORTEST_PHONE && nextGroup(scan, end) < 0 && scan.at(end) != '\n';
    }

    /** Reads the groups from a digit or an opening bracket on, at most 24 digits. */
    static Digits read(Scan scan, int at) {
        return read(scan, at, false);
    }

    /** The same, where a number may go on in the next line. */
    static Digits readAcrossLines(Scan scan, int at) {
        return read(scan, at, true);
    }

    private static Digits read(Scan scan, int at, boolean acrossLines) {
        StringBuilder digits = new StringBuilder();
        List<Integer> groups = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Character> separators = new ArrayList<>();
        int i = at;
        char separator = '\0';
        while (digits.length() <= MOST) {
            boolean bracket = scan.at(i) == '(';
            int start = bracket ? i + 1 : i;
            start += bracket && isPlus(scan.at(start)) ? 1 : 0;
            int end = start;
            while (Scan.isDigit(scan.at(end)) && digits.length() <= MOST) {
                digits.append(scan.at(end++));
            }
            if (end == start || (bracket && scan.at(end) != ')')) {
                digits.setLength(digits.length() - (end - start));
                break;
            }
            groups.add(end - start);
            separators.add(separator);
            end += bracket ? 1 : 0;
            ends.add(end);
            i = acrossLines && scan.at(end) == '\n' && Scan.isDigit(scan.at(end + 1)) ? end + 1 : nextGroup(scan, end);
            if (i < 0) {
                break;
            }
            separator = separator(scan, end, i);
        }
        return new Digits(digits.toString(), List.copyOf(groups), List.copyOf(ends), List.copyOf(separators));
    }

    static boolean isPlus(char character) {
        return character == '+' || character == '\uFF0B';
    }

    /**
     * Where the next group starts, behind a sign, a blank or two, or a hyphen or a slash with a blank on either side;
     * negative when there is none.
     */
    private static int nextGroup(Scan scan, int end) {
        if (scan.at(end - 1) == ')' && Scan.isDigit(scan.at(end))) {
            return end;
        }
        if (scan.startsWith("(0)", end)) {
            return end;
        }
        int next = skipBlanks(scan, end, 2);
        boolean wide = next > end;
        if (isSign(scan.at(next)) && !(wide && scan.at(next) == '.') && next - end < 2) {
            boolean dot = scan.at(next) == '.';
            next = skipBlanks(scan, next + 1, dot ? 0 : 1);
        }
        boolean goesOn = Scan.isDigit(scan.at(next)) || (scan.at(next) == '(' && Scan.isDigit(scan.at(next + 1)));
        return goesOn && next > end ? next : -1;
    }

    private static int skipBlanks(Scan scan, int at, int most) {
        int next = at;
        while (next - at < most && Scan.isBlank(scan.at(next)) && scan.at(next) != '\t') {
            next++;
        }
        return next;
    }

    private static boolean isSign(char character) {
        return character == '.' || character == '/' || Scan.isHyphen(character);
    }

    /** What stands between two groups: the sign, where there is one among blanks. */
    private static char separator(Scan scan, int end, int next) {
        if (next == end) {
            return ')';
        }
        char separator = ' ';
        for (int i = end; i < next; i++) {
            char character = scan.at(i);
            if (!Scan.isBlank(character)) {
                separator = Scan.isHyphen(character) ? '-' : character;
            }
        }
        return separator;
    }

    /** The number that the first groups make, as many as given. */
    String first(int count) {
        return digits.substring(0, length(count));
    }

    int length(int count) {
        int length = 0;
        for (int i = 0; i < count; i++) {
            length += groups.get(i);
        }
        return length;
    }
}
