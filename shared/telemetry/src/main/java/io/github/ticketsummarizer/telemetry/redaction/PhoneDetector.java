package io.github.ticketsummarizer.telemetry.redaction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers: international ones by their {@code +} or {@code 00}, national ones by the way they are grouped or by
 * the word before them. Dates, ids and numbers of versions look alike and stay.
 */
final class PhoneDetector implements Detector {
    private static final int LONGEST = 15;
    private static final int LOOK_BACK = 14;
    private static final Set<String> CUES = Set.of(
            "tel",
            "tel.",
            "tél",
            "tél.",
            "phone",
            "telephone",
            "telefon",
            "telefono",
            "teléfono",
            "telefone",
            "telefoon",
            "téléphone",
            "mobile",
            "mobil",
            "móvil",
            "cell",
            "handy",
            "fax",
            "call",
            "whatsapp",
            "sms",
            "ph",
            "direct",
            "rufnummer",
            "puhelin",
            "電話",
            "전화");

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        char first = scan.at(at);
        boolean plus = first == '+' || first == '\uFF0B';
        if (!scan.isStart(at) || "._#$€£%".indexOf(scan.at(at - 1)) >= 0 || isInsideWord(scan, at, plus)) {
            return null;
        }
        int start = plus ? at + 1 : at;
        if ((!Scan.isDigit(scan.at(start)) && scan.at(start) != '(') || Digits.isShort(scan, start)) {
            return null;
        }
        Digits digits = Digits.read(scan, start);
        for (int count = digits.groups().size(); count > 0; count--) {
            int end = digits.ends().get(count - 1);
            if (isEnd(scan, end) && isPhone(scan, at, plus, digits, count)) {
                return new Finding(at, end, Mark.PHONE);
            }
        }
        return null;
    }

    /** {@code build-020…} and {@code a/020…}. */
    private static boolean isInsideWord(Scan scan, int at, boolean plus) {
        boolean joined = ("-/".indexOf(scan.at(at - 1)) >= 0 && at > 0) || (plus && Scan.isDigit(scan.at(at - 1)));
        return joined && Scan.isLetterOrDigit(scan.at(at - 2));
    }

    private static boolean isEnd(Scan scan, int end) {
        boolean decimal = ".,:".indexOf(scan.at(end)) >= 0 && Scan.isDigit(scan.at(end + 1));
        return scan.isEnd(end) && !decimal;
    }

    private static boolean isPhone(Scan scan, int at, boolean plus, Digits digits, int count) {
        int length = digits.length(count);
        String number = digits.first(count);
        if (length > LONGEST + 2 || (count > 1 && isDate(digits))) {
            return false;
        }
        if (plus) {
            return length >= 7 && length <= LONGEST && number.charAt(0) != '0';
        }
        if (length < 7) {
            return false;
        }
        return (count > 1
                        && isGroupedLikePhone(
                                scan.at(at) == '(', number, digits.groups().subList(0, count), digits))
                || (hasCue(scan, at) && number.chars().distinct().count() > 1);
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

    private static boolean hasCue(Scan scan, int at) {
        int end = at;
        while (at - end < LOOK_BACK && (Scan.isBlank(scan.at(end - 1)) || ":=\"".indexOf(scan.at(end - 1)) >= 0)) {
            end--;
        }
        int start = end;
        while (end - start < LOOK_BACK && (Scan.isLetter(scan.at(start - 1)) || scan.at(start - 1) == '.')) {
            start--;
        }
        return start < end && CUES.contains(scan.lowerCase(start, end));
    }
}
