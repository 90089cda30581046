package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Arrays;
import java.util.Locale;

/** Short English words, looked for in a text in any case. Most words of a text are none of them, which costs no copy. */
final class ShortWords {
    /** Of letters, each of which takes five bits. */
    static final int LONGEST = 12;

    private static final int LETTER_BITS = 5;
    private static final int LETTER_MASK = (1 << LETTER_BITS) - 1;

    private final long[] words;
    private final int firstLetters;

    /** @param words of ASCII letters, at most twelve of them */
    ShortWords(String... words) {
        this.words = Arrays.stream(words).mapToLong(ShortWords::packed).sorted().toArray();
        this.firstLetters =
                Arrays.stream(words).mapToInt(word -> bit(word.charAt(0))).reduce(0, (all, bit) -> all | bit);
    }

    /** Whether one of them may start with this letter. */
    boolean mayStartWith(char letter) {
        return Scan.isAsciiLetter(letter) && (firstLetters & bit(letter)) != 0;
    }

    /** Whether one of them stands from one place to another. */
    boolean contains(Scan scan, int start, int end) {
        if (end - start > LONGEST || !mayStartWith(scan.at(start))) {
            return false;
        }
        long packed = 0;
        for (int i = start; i < end; i++) {
            if (!Scan.isAsciiLetter(scan.at(i))) {
                return false;
            }
            packed = (packed << LETTER_BITS) | (scan.at(i) & LETTER_MASK);
        }
        return Arrays.binarySearch(words, packed) >= 0;
    }

    private static int bit(char letter) {
        return 1 << (letter & LETTER_MASK);
    }

    private static long packed(String word) {
        if (word.length() > LONGEST || !word.toLowerCase(Locale.ROOT).chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            throw new IllegalArgumentException("'%s' is no short word of ASCII letters".formatted(word));
        }
        return word.chars().asLongStream().reduce(0, (all, letter) -> (all << LETTER_BITS) | (letter & LETTER_MASK));
    }
}
