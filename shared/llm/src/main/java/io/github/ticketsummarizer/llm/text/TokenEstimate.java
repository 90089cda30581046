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
        Counter counter = new Counter();
        for (int i = 0; i < text.length(); i++) {
            counter.add(text.charAt(i));
        }
        return counter.tokens();
    }

    /**
     * Where to cut a text so that the part from {@code from} has no more tokens than this; never between the halves of a
     * surrogate pair, and at least one character on.
     */
    public static int cut(String text, int from, long tokens) {
        Counter counter = new Counter();
        int at = from;
        while (at < text.length()) {
            counter.add(text.charAt(at));
            if (counter.tokens() > tokens && at > from) {
                break;
            }
            at++;
        }
        return at < text.length() && at > from + 1 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static final class Counter {
        private long hundredths;
        private int wordLength;

        private void add(char c) {
            wordLength = Character.isWhitespace(c) ? 0 : wordLength + 1;
            hundredths += wordLength > LONGEST_WORD ? Math.max(OF_NO_WORD, rate(c)) : rate(c);
        }

        private long tokens() {
            return Math.ceilDiv(hundredths, 100);
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
}
