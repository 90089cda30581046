package io.github.ticketsummarizer.fetcher;

import io.github.ticketsummarizer.model.CleanText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of which nothing is known, made fit to be shown and kept. */
final class ForeignText {
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private ForeignText() {}

    /** The first characters, on one line, with U+FFFD for each that does not print. */
    static String printable(String text, int maxCharacters) {
        return CleanText.prefix(text, maxCharacters)
                .codePoints()
                .map(codePoint -> prints(codePoint) ? codePoint : REPLACEMENT_CHARACTER)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The first bytes as text of at most as many bytes in UTF-8, with U+FFFD for U+0000 and for what is not UTF-8. */
    static String decode(byte[] bytes, int maxBytes) {
        CharBuffer decoded = CharBuffer.allocate(maxBytes);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                // Not the end of input: a character that the limit splits is left out, not replaced.
                .decode(ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, maxBytes)), decoded, bytes.length <= maxBytes);
        ByteBuffer bounded = ByteBuffer.allocate(maxBytes);
        CharBuffer clean = CharBuffer.wrap(CleanText.of(decoded.flip().toString()));
        StandardCharsets.UTF_8.newEncoder().encode(clean, bounded, true);
        return StandardCharsets.UTF_8.decode(bounded.flip()).toString();
    }

    private static boolean prints(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
