package io.github.ticketsummarizer.model;

/**
 * Text from outside, made safe to carry: the JSON writer refuses lone surrogates, and U+0000 ends a text in many a tool
 * that reads it later.
 */
public final class CleanText {
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

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
