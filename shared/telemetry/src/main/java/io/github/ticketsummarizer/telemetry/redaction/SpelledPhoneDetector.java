package io.github.ticketsummarizer.telemetry.redaction;

import org.jspecify.annotations.Nullable;

/** Phone numbers that somebody spoke, as a transcript has them: seven or more English digits in a row. */
final class SpelledPhoneDetector implements Detector {
    private static final int LEAST = 7;
    private static final int LONGEST_WORD = 6;
    private static final ShortWords WORDS = new ShortWords(
            "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "triple");

    @Override
    public @Nullable Finding find(Scan scan, int at) {
        if (!WORDS.mayStartWith(scan.at(at)) || !scan.isStart(at)) {
            return null;
        }
        int count = 0;
        int end = at;
        int next = at;
        while (isDigitWord(scan, next)) {
            end = scan.wordEnd(next);
            count++;
            next = end;
            while (next - end < 2 && (Scan.isBlank(scan.at(next)) || ",-".indexOf(scan.at(next)) >= 0)) {
                next++;
            }
        }
        return count >= LEAST ? new Finding(at, end, Mark.PHONE) : null;
    }

    private static boolean isDigitWord(Scan scan, int at) {
        int end = at;
        while (Scan.isAsciiLetter(scan.at(end)) && end - at <= LONGEST_WORD) {
            end++;
        }
        return end > at && scan.isEnd(end) && WORDS.contains(scan, at, end);
    }
}
