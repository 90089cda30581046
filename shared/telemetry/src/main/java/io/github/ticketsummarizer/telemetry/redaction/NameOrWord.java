package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Set;

/**
 * Tells for a capitalized word that is both, such as {@code Mark} or {@code May}, whether the name of somebody known is
 * meant: inside a sentence it is, at its beginning where it is followed as a person is.
 */
final class NameOrWord {
    private static final int MOST_BETWEEN = 8;
    private static final int LONGEST_WORD = 12;
    private static final Set<String> MONTHS = Set.of("april", "august", "june", "may");
    private static final ShortWords BEFORE_MONTHS = new ShortWords(
            "in", "of", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "from", "for");
    /** Nobody is called the Mark. */
    private static final ShortWords ARTICLES =
            new ShortWords("the", "a", "an", "this", "that", "each", "every", "any", "no", "your", "my", "our", "its");
    /** Behind a verb or a noun: {@code Will you}, {@code Mark the}. */
    private static final ShortWords NOT_BEHIND_NAMES = new ShortWords(
            "you", "we", "they", "he", "she", "it", "i", "the", "this", "that", "these", "those", "there", "be", "a",
            "an", "my", "your", "our", "anyone", "someone");

    private static final ShortWords BEHIND_NAMES = new ShortWords(
            "is", "was", "has", "had", "says", "said", "did", "does", "will", "can", "could", "would", "should", "and",
            "or", "wrote", "sent", "told", "found", "made", "went", "got", "saw", "thinks", "thought", "wants", "gave",
            "took", "knows", "knew", "left", "came", "also", "just", "still", "then", "from", "at", "asks", "writes",
            "replies");

    private NameOrWord() {}

    static boolean isName(Scan scan, int at, int end) {
        int next = Scan.isBlank(scan.at(end)) ? end + 1 : end;
        int nextEnd = wordEnd(scan, next);
        int before = behindBlanks(scan, at);
        boolean behindBlank = next > end && nextEnd > next && isBlankOrEnd(scan, nextEnd);
        if ((behindBlank && NOT_BEHIND_NAMES.contains(scan, next, nextEnd)) || isBehind(ARTICLES, scan, before)) {
            return false;
        }
        if (MONTHS.contains(scan.lowerCase(at, end)) && isDate(scan, next, before)) {
            return false;
        }
        return !isSentenceStart(scan, before)
                || isVerb(scan, next, nextEnd, behindBlank)
                || (next == end && (nextEnd > next || ",:.!?)'’".indexOf(scan.at(end)) >= 0 || end == scan.length()));
    }

    private static boolean isVerb(Scan scan, int start, int end, boolean behindBlank) {
        return behindBlank
                && (BEHIND_NAMES.contains(scan, start, end)
                        || (end - start > 3 && scan.startsWith("ed", end - 2) && !Scan.isUpperCase(scan.at(start))));
    }

    private static boolean isDate(Scan scan, int next, int before) {
        int end = next;
        while (Scan.isDigit(scan.at(end)) && end - next <= 4) {
            end++;
        }
        char behind = Scan.isBlank(scan.at(end)) || ".,".indexOf(scan.at(end)) >= 0 ? scan.at(end + 1) : scan.at(end);
        boolean dayOrYear = end > next && end - next <= 4 && !Scan.isDigit(behind) && isBlankOrEnd(scan, end);
        return dayOrYear || isBehindDay(scan, before) || isBehind(BEFORE_MONTHS, scan, before);
    }

    /** {@code 3 May}, {@code 3. May} */
    private static boolean isBehindDay(Scan scan, int before) {
        int end = scan.at(before - 1) == '.' && before - 1 > scan.floor() ? before - 1 : before;
        return end > scan.floor() && Scan.isDigit(scan.at(end - 1));
    }

    private static boolean isBehind(ShortWords words, Scan scan, int end) {
        int start = end;
        while (start > scan.floor() && end - start <= LONGEST_WORD && Scan.isAsciiLetter(scan.at(start - 1))) {
            start--;
        }
        return start < end && words.contains(scan, start, end);
    }

    /** The end of what stands before, up to where something was found or an escape ends. */
    private static int behindBlanks(Scan scan, int at) {
        int end = at;
        while (end > scan.floor() && at - end < MOST_BETWEEN && isBlankOrSign(scan.at(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBlankOrSign(char character) {
        return Scan.isBlank(character) || "\"'*>•-(".indexOf(character) >= 0;
    }

    private static boolean isSentenceStart(Scan scan, int before) {
        if (before == scan.floor()) {
            return before == 0 || scan.isBehindEscape(before);
        }
        return ".!?:;\n\r".indexOf(scan.at(before - 1)) >= 0;
    }

    private static int wordEnd(Scan scan, int at) {
        int end = at;
        while (Scan.isAsciiLetter(scan.at(end)) && end - at <= LONGEST_WORD) {
            end++;
        }
        return end;
    }

    private static boolean isBlankOrEnd(Scan scan, int at) {
        char character = scan.at(at);
        return at >= scan.length() || Scan.isBlank(character) || ".,;:!?)\n\r\\".indexOf(character) >= 0;
    }
}
