package io.github.ticketsummarizer.llm.text;

/** Cuts quotes out of a text. */
public final class Excerpt {
    private Excerpt() {}

    /**
     * The part of a text from {@code from} to {@code to}, exclusive, on one line. A character outside the Basic
     * Multilingual Plane that lies across a bound belongs to the part in which it begins.
     */
    public static String of(String text, int from, int to) {
        int start = splitsPair(text, from) ? from + 1 : from;
        int end = splitsPair(text, to) ? to + 1 : to;
        StringBuilder line = new StringBuilder(end - start);
        boolean blank = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                line.append(c);
            }
            blank = Character.isWhitespace(c);
        }
        return line.toString();
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}
