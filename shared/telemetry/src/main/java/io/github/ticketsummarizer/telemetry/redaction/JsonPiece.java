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
        for (int i = 0; i < inner.length(); i++) {
            char character = inner.charAt(i);
            if (character != '\\') {
                value.append(character);
                continue;
            }
            char escaped = inner.charAt(++i);
            if (escaped == 'u') {
                value.append((char) Integer.parseInt(inner, i + 1, i + 5, 16));
                i += 4;
            } else {
                int control = "bfnrt".indexOf(escaped);
                value.append(control < 0 ? escaped : "\b\f\n\r\t".charAt(control));
            }
        }
        return value.toString();
    }

    /** The text as a JSON string. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int control = "\b\f\n\r\t".indexOf(character);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (control >= 0) {
                quoted.append('\\').append("bfnrt".charAt(control));
            } else if (character < ' ') {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
