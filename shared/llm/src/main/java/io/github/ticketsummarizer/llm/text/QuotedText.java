package io.github.ticketsummarizer.llm.text;

import java.text.Normalizer;
import java.util.Locale;

/** A text that quotes are said to be taken from. */
public final class QuotedText {
    private static final int SHORTEST_QUOTE = 2;

    private final String letters;

    /** @param text of any length */
    public QuotedText(String text) {
        this.letters = letters(text);
    }

    /**
     * Whether a quote stands in it, letter by letter. Case, white space, quote marks and all other punctuation do not
     * matter: models mend them, and prompts show some of it changed.
     */
    public boolean holds(String quote) {
        String wanted = letters(quote).strip();
        return wanted.length() >= SHORTEST_QUOTE && letters.contains(wanted);
    }

    /** Letters and digits in lower case and compatibility form, with one blank for whatever stands between them. */
    private static String letters(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(c);
            } else if (!isUnseen(c) && !letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
                letters.append(' ');
            }
        });
        return letters.toString();
    }

    /** Zero-width characters and marks part no words. */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
