package io.github.ticketsummarizer.telemetry.redaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers: international ones by their {@code +} or {@code 00}, national ones by the way they are grouped or by
 * the word before them. Dates, ids and numbers of versions look alike and stay.
 */
final class PhoneDetector implements Detector {
    private static final int LONGEST = 15;
    private static final int SHORTEST = 7;
    /** In one piece; with fewer digits a sign before a number is one. */
    private static final int SHORTEST_WITH_PLUS = 8;

    private static final ShortWords UNITS = new ShortWords("ns", "us", "ms", "s", "b", "kb", "bytes", "rows");

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        boolean bracket = scan.at(at) == '(';
        boolean plus = Digits.isPlus(scan.at(bracket ? at + 1 : at));
        if (!scan.isStart(at) || "._#$€£%".indexOf(scan.at(at - 1)) >= 0 || isInsideWord(scan, at, plus)) {
            return null;
        }
        int start = plus && !bracket ? at + 1 : at;
        if ((!Scan.isDigit(scan.at(start)) && scan.at(start) != '(') || Digits.isShort(scan, start)) {
            return null;
        }
        Digits digits = Digits.read(scan, start);
        PhoneCues.Cue cue =
                plus || digits.digits().length() < SHORTEST ? PhoneCues.Cue.NONE : PhoneCues.before(scan, at);
        for (int count = longest(digits); count > 0 && digits.length(count) >= SHORTEST; count--) {
            int end = digits.ends().get(count - 1);
            if (isEnd(scan, end, count) && isPhone(new Candidate(digits, count, bracket, cue, plus), scan)) {
                return new Finding(at, end, Mark.PHONE);
            }
        }
        return null;
    }

    private record Candidate(Digits digits, int count, boolean bracket, PhoneCues.Cue cue, boolean plus) {}

    /** How many groups are not too long together. */
    private static int longest(Digits digits) {
        int count = 0;
        int length = 0;
        while (count < digits.groups().size() && length + digits.groups().get(count) <= LONGEST + 2) {
            length += digits.groups().get(count++);
        }
        return count;
    }

    /** {@code build-020…} and {@code a/020…}. */
    private static boolean isInsideWord(Scan scan, int at, boolean plus) {
        boolean joined = ("-/".indexOf(scan.at(at - 1)) >= 0 && at > 0) || (plus && Scan.isDigit(scan.at(at - 1)));
        return joined && at - 2 >= scan.floor() && Scan.isLetterOrDigit(scan.at(at - 2));
    }

    /** Behind a number in groups the next one of a list may follow. */
    private static boolean isEnd(Scan scan, int end, int count) {
        boolean decimal = (count > 1 ? "." : ".,:").indexOf(scan.at(end)) >= 0 && Scan.isDigit(scan.at(end + 1));
        return scan.isEnd(end) && !decimal;
    }

    private static boolean isPhone(Candidate candidate, Scan scan) {
        Digits digits = candidate.digits;
        int count = candidate.count;
        int length = digits.length(count);
        String number = digits.first(count);
        if (count > 1 && (isDate(digits) || isCounting(digits, count))) {
            return false;
        }
        if (candidate.plus) {
            boolean alone = count == 1
                    && (length < SHORTEST_WITH_PLUS
                            || isQuantity(scan, digits.ends().getFirst()));
            return length <= LONGEST && number.charAt(0) != '0' && !alone;
        }
        return (count > 1
                        && isGroupedLikePhone(
                                candidate.bracket, number, digits.groups().subList(0, count), digits))
                || (candidate.cue.allows(number, count)
                        && number.chars().distinct().count() > 1);
    }

    /** {@code +12345678 ns} */
    private static boolean isQuantity(Scan scan, int end) {
        int unit = Scan.isBlank(scan.at(end)) ? end + 1 : end;
        int unitEnd = scan.wordEnd(unit);
        return unitEnd > unit && UNITS.contains(scan, unit, unitEnd);
    }

    /** {@code 01-02-03-04-05}: each group one more than that before. */
    private static boolean isCounting(Digits digits, int count) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            int from = digits.length(i);
            int size = digits.groups().get(i);
            int number = size > 4 ? 0 : Integer.parseInt(digits.digits(), from, from + size, 10);
            if (size > 4 || (i > 0 && number != before + 1)) {
                return false;
            }
            before = number;
        }
        return count >= 4;
    }

    private static boolean isGroupedLikePhone(boolean bracket, String number, List<Integer> groups, Digits digits) {
        int length = number.length();
        if (number.startsWith("00")) {
            return length >= 10 && number.charAt(2) != '0';
        }
        if (bracket) {
            return length >= 8 && length <= 12;
        }
        if (number.charAt(0) == '0') {
            return length >= 9 && length <= 12 && isUniform(digits, groups.size());
        }
        return List.of(3, 3, 4).equals(groups)
                || (List.of(1, 3, 3, 4).equals(groups) && number.charAt(0) == '1')
                || (groups.size() == 6 && List.of(1, 2, 2, 2, 2).equals(groups.subList(1, 6)));
    }

    /** Numbers of a list or a table stand between changing separators. */
    private static boolean isUniform(Digits digits, int count) {
        long kinds = digits.separators().subList(1, count).stream().distinct().count();
        return kinds <= 2 && digits.separators().subList(1, count).stream().noneMatch(c -> c == '.' && count < 4);
    }

    /** A year, a month and a day in any order, at the beginning. */
    private static boolean isDate(Digits digits) {
        List<Integer> groups = digits.groups();
        if (groups.size() < 3 || digits.separators().get(1) == ' ') {
            return false;
        }
        List<Integer> shape = groups.subList(0, 3);
        if (!List.of(4, 2, 2).equals(shape) && !List.of(2, 2, 4).equals(shape)) {
            return false;
        }
        String number = digits.first(3);
        int year = Integer.parseInt(groups.getFirst() == 4 ? number.substring(0, 4) : number.substring(4));
        return year >= 1900 && year < 2200;
    }
}
