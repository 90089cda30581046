package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of payment cards: a length and a beginning that a card organisation uses, and a right check digit (ISO/IEC
 * 7812-1, annex B). Ids of the help desk have 11 to 14 digits and may start alike, so numbers that short are cards only
 * where they are written in groups.
 */
final class CardDetector implements Detector {
    private static final int LONGEST = 19;
    private static final int LONGEST_ACROSS_LINES = 16;
    private static final int SHORTEST_IN_ONE = 15;
    private static final int SHORTEST_GROUP = 3;
    /** What stands before a number with no blank between. */
    private static final ShortWords LABELS = new ShortWords(
            "visa", "visacard", "mastercard", "mc", "amex", "maestro", "discover", "card", "cc", "karte", "pan");

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (!scan.isStart(at)) {
            return null;
        }
        if (LABELS.mayStartWith(scan.at(at))) {
            int number = lettersEnd(scan, at);
            return Scan.isDigit(scan.at(number)) && LABELS.contains(scan, at, number) ? card(scan, number) : null;
        }
        boolean number = Scan.isDigit(scan.at(at)) && ".-".indexOf(scan.at(at - 1)) <= 0;
        return number ? card(scan, at) : null;
    }

    private static int lettersEnd(Scan scan, int at) {
        int end = at;
        while (Scan.isAsciiLetter(scan.at(end)) && end - at <= ShortWords.LONGEST) {
            end++;
        }
        return end;
    }

    private static @Nullable Finding card(Scan scan, int at) {
        if (Digits.isShort(scan, at)) {
            return null;
        }
        Digits digits = Digits.readAcrossLines(scan, at);
        for (int count = writtenAsCard(digits); count > 0; count--) {
            int end = digits.ends().get(count - 1);
            if (hasLengthAsWritten(digits, count) && isCard(digits.first(count)) && scan.isEnd(end)) {
                return new Finding(at, end, Mark.CARD);
            }
        }
        return null;
    }

    /** How many groups are as long as those of cards, with blanks, hyphens and dots between. */
    private static int writtenAsCard(Digits digits) {
        int count = 0;
        int length = 0;
        for (int size : digits.groups()) {
            length += size;
            boolean right = size >= SHORTEST_GROUP && length <= LONGEST;
            if (!right || (count > 0 && ". -\n".indexOf(digits.separators().get(count)) < 0)) {
                break;
            }
            count++;
        }
        return count;
    }

    /** In one piece a short one is an id; on two lines four groups of four are a card, others columns of a table. */
    private static boolean hasLengthAsWritten(Digits digits, int count) {
        long lineEnds = digits.separators().subList(0, count).stream()
                .filter(separator -> separator == '\n')
                .count();
        if (lineEnds > 0) {
            return lineEnds == 1
                    && digits.length(count) == LONGEST_ACROSS_LINES
                    && digits.groups().subList(0, count).stream().allMatch(size -> size == 4);
        }
        return count > 1 || digits.length(count) >= SHORTEST_IN_ONE;
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
