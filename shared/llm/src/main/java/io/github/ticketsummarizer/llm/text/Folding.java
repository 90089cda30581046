package io.github.ticketsummarizer.llm.text;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Folds characters for comparison: lower case, compatibility forms taken apart (NFKD), marks dropped, so that
 * {@code É}, {@code é} and {@code e} are one letter. Thread-safe: two threads that fold the same character at once
 * write the same value.
 */
final class Folding {
    private final @Nullable String[] byCharacter = new @Nullable String[Character.MAX_VALUE + 1];

    /** What is left of a code point; empty for a mark. */
    String fold(int codePoint) {
        if (codePoint > Character.MAX_VALUE) {
            return compute(codePoint);
        }
        String known = byCharacter[codePoint];
        if (known == null) {
            known = compute(codePoint);
            byCharacter[codePoint] = known;
        }
        return known;
    }

    private static String compute(int codePoint) {
        String apart = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(apart.length());
        apart.codePoints().filter(c -> !isMark(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
