package io.github.ticketsummarizer.model;

/**
 * Text from outside, made safe to carry: the JSON writer refuses lone surrogates, and U+0000 ends a text in many a tool
 * that reads it later.
 */
public final class CleanText {
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;
    /** Characters before a limit in which a place to cut is looked for; longer than the number of a card or an address. */
    private static final int LONGEST_VALUE = 100;

    private CleanText() {}

    /** The text with U+FFFD for each U+0000 and each lone surrogate; the same instance where it has neither. */
    public static String of(String text) {
        if (isPlain(text) || text.codePoints().noneMatch(CleanText::isUnsafe)) {
            return text;
        }
        return text.codePoints()
                .map(codePoint -> isUnsafe(codePoint) ? REPLACEMENT_CHARACTER : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The first characters of a text, at most as many as given; one less where a surrogate pair would be split. */
    public static String prefix(String text, int maxCharacters) {
        if (text.length() <= maxCharacters) {
            return text;
        }
        boolean splitsPair = maxCharacters > 0
                && Character.isHighSurrogate(text.charAt(maxCharacters - 1))
                && Character.isLowSurrogate(text.charAt(maxCharacters));
        return text.substring(0, splitsPair ? maxCharacters - 1 : maxCharacters);
    }

    /**
     * Where to cut a text at or before {@code limit} so that no value is cut in two, since half of a card's number is not
     * known as one: behind the last line end of the hundred characters before, else behind their last blank that is not
     * between digits, else at the limit.
     *
     * @param from where the piece starts; it never comes out empty
     */
    public static int cut(String text, int from, int limit) {
        if (limit >= text.length()) {
            return text.length();
        }
        int least = Math.max(from + 1, limit - LONGEST_VALUE);
        int blank = isPlaceToCut(text, limit) ? limit : -1;
        for (int at = limit; at >= least; at--) {
            if (text.charAt(at - 1) == '\n') {
                return at;
            }
            if (blank < 0 && isPlaceToCut(text, at - 1)) {
                blank = at;
            }
        }
        return blank < 0 ? limit : blank;
    }

    /** A blank, but not one of those between the digits of a number. */
    private static boolean isPlaceToCut(String text, int at) {
        boolean betweenDigits = at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        return Character.isWhitespace(text.charAt(at)) && !betweenDigits;
    }

    /** Most text has no surrogate at all, and a plain loop sees it several times as fast as a stream of code points. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnsafe(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
