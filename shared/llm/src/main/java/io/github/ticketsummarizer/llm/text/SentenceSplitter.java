package io.github.ticketsummarizer.llm.text;

/**
 * Finds the sentences of a mail or a comment without knowing its language. It does what mail needs and the JDK's
 * {@code BreakIterator} does not: a blank line, a list item and a short line end a sentence, and the dot of an
 * abbreviation such as {@code e.g.} does not. One pass, nothing kept: a comment of megabytes costs milliseconds.
 */
public final class SentenceSplitter {
    /** A line shorter than this was ended by the writer, not by the wrapping of a mail program (at 72 to 78). */
    private static final int SHORT_LINE = 50;

    private static final int NO_END = -1;

    private SentenceSplitter() {}

    /** Takes one sentence: a part of the text, without blanks around it. */
    @FunctionalInterface
    public interface Sink {
        /** A sentence from {@code start} to {@code end}, exclusive. */
        void sentence(int start, int end);
    }

    /** Hands each sentence of the text to the sink, in order. */
    public static void split(String text, Sink sink) {
        int start = 0;
        int lineStart = 0;
        for (int at = 0; at < text.length(); at++) {
            boolean newline = text.charAt(at) == '\n';
            int end = newline ? lineEnd(text, lineStart, at) : stopEnd(text, at);
            if (end > start) {
                emit(text, start, end, sink);
                start = end;
            }
            if (newline) {
                lineStart = at + 1;
            }
        }
        emit(text, start, text.length(), sink);
    }

    /** Where the sentence ends whose stop is at an index, quotation marks included; -1 when there is no stop. */
    private static int stopEnd(String text, int at) {
        char c = text.charAt(at);
        if (isFullWidthEnd(c)) {
            return at + 1;
        }
        if (c != '.' && c != '!' && c != '?' && c != '…') {
            return NO_END;
        }
        int next = at + 1;
        while (next < text.length() && isClosing(text.charAt(next)) && next - at < 4) {
            next++;
        }
        boolean blankFollows = next == text.length() || Character.isWhitespace(text.charAt(next));
        boolean goesOn = c == '.' && (isAbbreviation(text, at) || continuesInLowerCase(text, next));
        return blankFollows && !goesOn ? next : NO_END;
    }

    /** Whether a character ends a sentence in Chinese and Japanese, where no space follows. */
    static boolean isFullWidthEnd(int codePoint) {
        return codePoint == '。' || codePoint == '！' || codePoint == '？' || codePoint == '．';
    }

    private static boolean isClosing(char c) {
        return c == '"' || c == '\'' || c == ')' || c == ']' || c == '»' || c == '”' || c == '’';
    }

    /** A single letter before the dot, as in {@code e.g.}, {@code z.B.} or an initial. */
    private static boolean isAbbreviation(String text, int dot) {
        return dot >= 1
                && Character.isLetter(text.charAt(dot - 1))
                && (dot == 1 || !Character.isLetterOrDigit(text.charAt(dot - 2)));
    }

    private static boolean continuesInLowerCase(String text, int at) {
        return at + 1 < text.length() && text.charAt(at) == ' ' && Character.isLowerCase(text.charAt(at + 1));
    }

    /** The index after the newline where the line ends a sentence; -1 where the sentence goes on. */
    private static int lineEnd(String text, int lineStart, int newline) {
        int next = newline + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        boolean ends = next == text.length()
                || newline - lineStart < SHORT_LINE
                || text.charAt(next) == '\n'
                || isListItem(text, next);
        return ends ? newline + 1 : NO_END;
    }

    private static boolean isListItem(String text, int at) {
        char c = text.charAt(at);
        if (c == '-' || c == '*' || c == '•') {
            return true;
        }
        int digits = at;
        while (digits < text.length() && digits - at < 3 && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > at && digits < text.length() && (text.charAt(digits) == '.' || text.charAt(digits) == ')');
    }

    private static void emit(String text, int from, int to, Sink sink) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sink.sentence(start, end);
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
