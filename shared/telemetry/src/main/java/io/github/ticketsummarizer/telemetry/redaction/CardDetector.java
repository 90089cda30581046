package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of payment cards: a length and a beginning that a card organisation uses, and a right check digit (ISO/IEC
 * 7812-1, annex B). Ids of the help desk have 11 to 14 digits and may start alike, so numbers that short are cards only
 * where they are written in groups.
 */
final class CardDetector implements Detector {
    private static final int LONGEST = 19;

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (!Scan.isDigit(scan.at(at)) || !scan.isStart(at) || ".-".indexOf(scan.at(at - 1)) > 0) {
            return null;
        }
        if (Digits.isShort(scan, at)) {
            return null;
        }
        Digits digits = Digits.read(scan, at);
        for (int count = digits.groups().size(); count > 0; count--) {
            int end = digits.ends().get(count - 1);
            if (isWrittenAsCard(digits, count) && isCard(digits.first(count)) && scan.isEnd(end)) {
                return new Finding(at, end, Mark.CARD);
            }
        }
        return null;
    }

    private static boolean isWrittenAsCard(Digits digits, int count) {
        if (digits.length(count) > LONGEST || (digits.length(count) < 15 && count == 1)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            boolean blankOrHyphen = i == 0 || ". -".indexOf(digits.separators().get(i)) >= 0;
            if (!blankOrHyphen || digits.groups().get(i) < 3) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCard(String number) {
        return hasCardsLength(number) && hasRightCheckDigit(number);
    }

    private static boolean hasCardsLength(String number) {
        int length = number.length();
        return switch (number.isEmpty() ? '\0' : number.charAt(0)) {
            case '2' -> length == 16 && isBetween(number, 2221, 2720);
            case '3' ->
                (isBetween(number, 3400, 3499) || isBetween(number, 3700, 3799))
                        ? length == 15
                        : length == 14 || (length == 16 && isBetween(number, 3528, 3589));
            case '4' -> length == 16 || length == 19;
            case '5' -> length == 16;
            case '6' -> length >= 16 && length <= LONGEST;
            default -> false;
        };
    }

    private static boolean isBetween(String number, int least, int most) {
        int beginning = number.length() < 4 ? 0 : Integer.parseInt(number, 0, 4, 10);
        return beginning >= least && beginning <= most;
    }

    private static boolean hasRightCheckDigit(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
