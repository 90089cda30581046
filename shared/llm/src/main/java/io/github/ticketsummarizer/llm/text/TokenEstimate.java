package io.github.ticketsummarizer.llm.text;

/**
 * How many tokens a text has at most, without a tokenizer: those of Claude and Gemini are not published, and a text in
 * three scripts has three rates. The rates were set against OpenAI's o200k and cl100k (jtokkit 1.1.0) on the sample tickets,
 * eighteen languages, logs, selectors, identifiers and Base64, so that the estimate is above both everywhere, and 1.3 times
 * the count for English tickets, since newer tokenizers of other vendors count up to 30 % more.
 */
public final class TokenEstimate {
    /** Few words get longer; identifiers, hashes and Base64 do, and fall into pieces of one or two characters. */
    private static final int LONGEST_WORD = 12;

    /** All rates are in hundredths of a token. */
    private static final int OF_NO_WORD = 90;

    private TokenEstimate() {}

    /** The tokens of a text. */
    public static long of(String text) {
        long hundredths = 0;
        int wordLength = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wordLength = Character.isWhitespace(c) ? 0 : wordLength + 1;
            hundredths += rate(c, wordLength);
        }
        return Math.ceilDiv(hundredths, 100);
    }

    /**
     * Where to cut a text so that the part from {@code from} has no more tokens than this; never between the halves of a
     * surrogate pair, and at least one character on.
     */
    public static int cut(String text, int from, long tokens) {
        long hundredths = 0;
        int wordLength = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            wordLength = Character.isWhitespace(c) ? 0 : wordLength + 1;
            hundredths += rate(c, wordLength);
            if (Math.ceilDiv(hundredths, 100) > tokens && at > from) {
                break;
            }
            at++;
        }
        return at < text.length() && at > from + 1 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static int rate(char c, int wordLength) {
        return wordLength > LONGEST_WORD ? Math.max(OF_NO_WORD, rate(c)) : rate(c);
    }

    private static int rate(char c) {
        if (c < 0x80) {
            return ascii(c);
        }
        if (c < 0x250) { // Latin with marks
            return 90;
        }
        if (c < 0x370) { // marks by themselves
            return 200;
        }
        if (c >= 0x400 && c < 0x530) { // Cyrillic
            return 60;
        }
        if (c < 0x1100) { // Greek, Hebrew, Arabic, Devanagari, Thai and others
            return 130;
        }
        boolean isEastAsian = (c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0);
        return isEastAsian ? 130 : 300;
    }

    private static int ascii(char c) {
        if ((c >= 'a' && c <= 'z') || c == ' ') {
            return 29;
        }
        return (c >= 'A' && c <= 'Z') || c == '\n' ? 55 : 75;
    }
}
