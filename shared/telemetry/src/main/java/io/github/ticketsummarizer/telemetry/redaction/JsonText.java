package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Redacts and cuts a text so that JSON stays JSON; any other text is taken as prose. */
final class JsonText {
    private static final int SHORTEST_PIECE = 64;
    /**
     * A name before its value tells a secret: {@code {"password": "…"}} shows only together. A longer string is no password,
     * and what is secret in it shows by itself.
     */
    private static final int LONGEST_SECRET = 2_048;

    private JsonText() {}

    /**
     * The text without personal data. Inside JSON the strings are read as what they say, not as they are escaped, and a
     * number that has to go becomes a string.
     */
    static String redact(String text, Redactor redactor) {
        List<JsonPiece> pieces = JsonReader.pieces(text);
        if (pieces.isEmpty()) {
            return redactor.redact(text);
        }
        StringBuilder redacted = new StringBuilder(text.length());
        StringBuilder together = new StringBuilder();
        for (JsonPiece piece : pieces) {
            String replacement = redacted(piece, text, redactor);
            String left = replacement == null ? piece.of(text) : replacement;
            if (left.length() <= LONGEST_SECRET) {
                together.append(left);
            } else {
                redacted.append(redactor.redactJson(together.toString())).append(left);
                together.setLength(0);
            }
        }
        String whole = redacted.append(redactor.redactJson(together.toString())).toString();
        if (whole.equals(text)) {
            return text;
        }
        return JsonReader.pieces(whole).isEmpty() ? JsonPiece.quoted(whole) : whole;
    }

    private static @Nullable String redacted(JsonPiece piece, String text, Redactor redactor) {
        if (piece.kind() == JsonPiece.Kind.SYNTAX) {
            return null;
        }
        String value = piece.value(text);
        String redacted = redactor.redact(value);
        return redacted.equals(value) ? null : JsonPiece.quoted(redacted);
    }

    /**
     * The text in at most so many characters. Of JSON the longest strings are cut until it fits; what is no JSON, and JSON
     * of very many small values, keeps its beginning and its end. Where something is missing, the text says how much.
     */
    static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        List<JsonPiece> pieces = JsonReader.pieces(text);
        if (pieces.isEmpty()) {
            return cutProse(text, maxChars);
        }
        int limit = longestPiece(pieces, text.length(), maxChars);
        if (limit < SHORTEST_PIECE) {
            return JsonPiece.quoted(cutProse(text, maxChars / 2));
        }
        StringBuilder cut = new StringBuilder(maxChars);
        for (JsonPiece piece : pieces) {
            boolean tooLong = piece.kind() == JsonPiece.Kind.STRING && piece.length() > limit;
            cut.append(tooLong ? cutString(piece.value(text), limit) : piece.of(text));
        }
        return cut.toString();
    }

    /** How long a string may be, escapes and quotes included, for the whole to fit. */
    private static int longestPiece(List<JsonPiece> pieces, int length, int maxChars) {
        int[] lengths = pieces.stream()
                .filter(piece -> piece.kind() == JsonPiece.Kind.STRING)
                .mapToInt(JsonPiece::length)
                .sorted()
                .toArray();
        int room = maxChars - (length - Arrays.stream(lengths).sum());
        if (lengths.length == 0) {
            return 0;
        }
        for (int i = 0; i < lengths.length; i++) {
            int share = room / (lengths.length - i);
            if (lengths[i] > share) {
                return share;
            }
            room -= lengths[i];
        }
        return Integer.MAX_VALUE;
    }

    private static String cutString(String value, int limit) {
        String quoted = JsonPiece.quoted(cutProse(value, limit - 2));
        // Escapes take room: shorten by what it is too long, until it fits.
        int room = limit - 2;
        while (quoted.length() > limit && room > SHORTEST_PIECE / 2) {
            room = Math.max(SHORTEST_PIECE / 2, room - (quoted.length() - limit));
            quoted = JsonPiece.quoted(cutProse(value, room));
        }
        return quoted;
    }

    private static String cutProse(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        String mark = "… [%d characters cut] …".formatted(text.length() - maxChars);
        int room = Math.max(0, maxChars - mark.length());
        int head = withoutHalfPair(text, room - room / 4);
        int tail = withoutHalfPair(text, text.length() - room / 4);
        return text.substring(0, head) + mark + text.substring(tail);
    }

    private static int withoutHalfPair(String text, int at) {
        boolean inside = at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
        return inside ? at - 1 : at;
    }
}
