package io.github.ticketsummarizer.telemetry.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits as people write long numbers, with a blank, a hyphen, a dot, a slash or brackets between them.
 *
 * @param digits all of them
 * @param groups how many digits each group has
 * @param ends where each group ends in the text, a closing bracket included
 * @param separators the character before each group, U+0000 before the first; a blank of any width as a space
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
        return end > at && end - at < SHORTEST_PHONE && nextGroup(scan, end) < 0;
    }

    /** Reads the groups from a digit or an opening bracket on, at most 24 digits. */
    static Digits read(Scan scan, int at) {
        StringBuilder digits = new StringBuilder();
        List<Integer> groups = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Character> separators = new ArrayList<>();
        int i = at;
        char separator = '\0';
        while (digits.length() <= MOST) {
            boolean bracket = scan.at(i) == '(';
            int start = bracket ? i + 1 : i;
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
            i = nextGroup(scan, end);
            separator = i == end ? ')' : Scan.isBlank(scan.at(end)) ? ' ' : scan.at(end);
            if (i < 0) {
                break;
            }
        }
        return new Digits(digits.toString(), List.copyOf(groups), List.copyOf(ends), List.copyOf(separators));
    }

    /** Where the next group starts, behind one separator or a separator and a blank; negative when there is none. */
    private static int nextGroup(Scan scan, int end) {
        if (scan.at(end - 1) == ')' && Scan.isDigit(scan.at(end))) {
            return end;
        }
        if (!isSeparator(scan.at(end))) {
            return -1;
        }
        int next = end + 1;
        boolean goesOn = Scan.isDigit(scan.at(next)) || (scan.at(next) == '(' && Scan.isDigit(scan.at(next + 1)));
        return goesOn ? next : -1;
    }

    private static boolean isSeparator(char character) {
        return (Scan.isBlank(character) && character != '\t') || "-./\u2010\u2011\u2012\u2013".indexOf(character) >= 0;
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
