package io.github.ticketsummarizer.telemetry.redaction;

/** A stretch of a JSON text, from {@code start} up to and without {@code end}. */
record JsonPiece(Kind kind, int start, int end) {
    /** What the stretch is. */
    enum Kind {
        /** With its quotes. */
        STRING,
        NUMBER,
        /** Brackets, commas, blanks, names of members with their colons, and the three words. */
        SYNTAX
    }

    int length() {
        return end - start;
    }

    String of(String text) {
        return text.substring(start, end);
    }

    /** What a string says, or a number as it is written. */
    String value(String text) {
        return kind == Kind.STRING ? unescaped(text) : of(text);
    }

    private String unescaped(String text) {
        String inner = text.substring(start + 1, end - 1);
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder value = new StringBuilder(inner.length());
        int copied = 0;
        for (int i = inner.indexOf('\\'); i >= 0; i = inner.indexOf('\\', copied)) {
            value.append(inner, copied, i);
            char escaped = inner.charAt(++i);
            if (escaped == 'u') {
                value.append((char) Integer.parseInt(inner, i + 1, i + 5, 16));
                i += 4;
            } else {
                int control = "bfnrt".indexOf(escaped);
                value.append(control < 0 ? escaped : "\b\f\n\r\t".charAt(control));
            }
            copied = i + 1;
        }
        return value.append(inner, copied, inner.length()).toString();
    }

    /** The text as a JSON string. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                quoted.append(text, copied, i).append(escape(character));
                copied = i + 1;
            }
        }
        quoted.append(text, copied, text.length());
        return quoted.append('"').toString();
    }

    private static String escape(char character) {
        int control = "\b\f\n\r\t".indexOf(character);
        if (control >= 0) {
            return "\\" + "bfnrt".charAt(control);
        }
        return character < ' ' ? "\\u%04x".formatted((int) character) : "\\" + character;
    }
}
