package io.github.ticketsummarizer.telemetry.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Takes a JSON object or array apart, strictly enough to tell it from prose (RFC 8259). Own code, since the classes of
 * this package also run inside OpenTelemetry's agent, which has no JSON library to lend.
 */
final class JsonReader {
    private final String text;
    private final char[] characters;
    private final List<JsonPiece> pieces = new ArrayList<>();
    private final BitSet openObjects = new BitSet();
    private int depth;
    private int at;
    private int syntaxStart;

    private JsonReader(String text) {
        this.text = text;
        this.characters = text.toCharArray();
    }

    /** All of the text in pieces; none when it is no JSON object or array. */
    static List<JsonPiece> pieces(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) <= ' ') {
            first++;
        }
        if (first == text.length() || (text.charAt(first) != '{' && text.charAt(first) != '[')) {
            return List.of();
        }
        JsonReader reader = new JsonReader(text);
        return reader.isDocument() ? reader.pieces : List.of();
    }

    private boolean isDocument() {
        if (!value()) {
            return false;
        }
        while (depth > 0) {
            if (!nextInside()) {
                return false;
            }
        }
        skipBlanks();
        endSyntax(text.length());
        return at == text.length();
    }

    /** What comes inside the innermost open object or array: the next member, or its end. */
    private boolean nextInside() {
        boolean object = openObjects.get(depth);
        skipBlanks();
        char opening = lastSign();
        if (take(object ? '}' : ']')) {
            depth--;
            return opening != ',';
        }
        if (opening != '{' && opening != '[' && !take(',')) {
            return false;
        }
        skipBlanks();
        return (!object || name()) && value();
    }

    /** The last sign before here that is no blank. */
    private char lastSign() {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) <= ' ') {
            i--;
        }
        return i < 0 ? '\0' : text.charAt(i);
    }

    private boolean name() {
        int end = stringEnd();
        if (end < 0) {
            return false;
        }
        at = end;
        skipBlanks();
        return take(':');
    }

    private boolean value() {
        skipBlanks();
        if (at == text.length()) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '{', '[' -> open();
            case '"' -> piece(JsonPiece.Kind.STRING, stringEnd());
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> piece(JsonPiece.Kind.NUMBER, numberEnd());
        };
    }

    private boolean open() {
        depth++;
        openObjects.set(depth, text.charAt(at) == '{');
        at++;
        return true;
    }

    private boolean word(String word) {
        boolean here = text.startsWith(word, at);
        at += here ? word.length() : 0;
        return here;
    }

    private boolean piece(JsonPiece.Kind kind, int end) {
        if (end < 0) {
            return false;
        }
        endSyntax(at);
        pieces.add(new JsonPiece(kind, at, end));
        at = end;
        syntaxStart = end;
        return true;
    }

    private void endSyntax(int end) {
        if (end > syntaxStart) {
            pieces.add(new JsonPiece(JsonPiece.Kind.SYNTAX, syntaxStart, end));
        }
    }

    private int stringEnd() {
        if (at >= text.length() || text.charAt(at) != '"') {
            return -1;
        }
        for (int i = at + 1; i < characters.length; i++) {
            char character = characters[i];
            if (character == '"') {
                return i + 1;
            }
            if (character < ' ') {
                return -1;
            }
            if (character == '\\') {
                i = escapeEnd(i);
                if (i < 0) {
                    return -1;
                }
            }
        }
        return -1;
    }

    /** The last character of an escape; negative when it is none. */
    private int escapeEnd(int backslash) {
        char escaped = charAt(backslash + 1);
        if (escaped != 'u') {
            return "\"\\/bfnrt".indexOf(escaped) < 0 ? -1 : backslash + 1;
        }
        for (int i = 2; i < 6; i++) {
            if (!Scan.isHex(charAt(backslash + i))) {
                return -1;
            }
        }
        return backslash + 5;
    }

    private int numberEnd() {
        int end = at;
        while (Scan.isDigit(charAt(end)) || (end < text.length() && "+-.eE".indexOf(charAt(end)) >= 0)) {
            end++;
        }
        boolean number = end > at && (Scan.isDigit(charAt(at)) || (charAt(at) == '-' && Scan.isDigit(charAt(at + 1))));
        return number ? end : -1;
    }

    private boolean take(char sign) {
        boolean here = charAt(at) == sign && at < text.length();
        at += here ? 1 : 0;
        return here;
    }

    private void skipBlanks() {
        while (at < characters.length && isBlank(characters[at])) {
            at++;
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }

    private char charAt(int index) {
        return index < characters.length ? characters[index] : '\0';
    }
}
