package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value behind the name of a secret, from {@code start} up to and without {@code end}, without its quotes. */
record SecretValue(int start, int end, boolean isQuoted) {
    /** Looked at to tell whether it is a secret; all of it goes when it is. */
    private static final int BEGINNING = 128;

    private static final Set<String> SAYS_NOTHING = Set.of(
            "true",
            "false",
            "null",
            "none",
            "undefined",
            "required",
            "missing",
            "incorrect",
            "expired",
            "invalid",
            "wrong",
            "reset",
            "changed",
            "forgotten",
            "redacted",
            "hidden",
            "empty",
            "string",
            "unknown",
            "failed",
            "denied",
            "revoked",
            "enabled",
            "disabled",
            "optional",
            "bearer",
            "basic");
    /** With another word behind them they start a sentence about a password. */
    private static final Set<String> STARTS_PROSE = Set.of(
            "must",
            "should",
            "shall",
            "will",
            "would",
            "could",
            "cannot",
            "can",
            "can't",
            "may",
            "might",
            "does",
            "doesn't",
            "did",
            "is",
            "isn't",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "been",
            "the",
            "a",
            "an",
            "to",
            "in",
            "on",
            "of",
            "at",
            "for",
            "no",
            "not",
            "too",
            "it",
            "i",
            "we",
            "you",
            "they",
            "your",
            "my",
            "this",
            "that",
            "with",
            "when",
            "which",
            "where",
            "please",
            "needs",
            "need",
            "contains",
            "expires",
            "only",
            "same",
            "from",
            "see",
            "enter",
            "bitte",
            "muss",
            "darf",
            "kann",
            "wird",
            "wurde",
            "sollte",
            "ist",
            "doit",
            "est",
            "veuillez",
            "debe",
            "deve");

    /** What is behind a separator, up to its closing quote where there is one. */
    static SecretValue behind(Scan scan, int at) {
        int quote = at;
        while (quote - at < 7 && scan.at(quote) == '\\') {
            quote++;
        }
        if (isQuote(scan.at(quote))) {
            int end = closingQuote(scan, quote, quote - at);
            return end > quote + 1
                    ? new SecretValue(quote + 1, end, true)
                    : unquoted(scan, skipQuotes(scan, quote + 1), BEGINNING);
        }
        return unquoted(scan, quote, BEGINNING);
    }

    /** The word that starts here, whatever stands before it. */
    static SecretValue word(Scan scan, int at) {
        return unquoted(scan, at, BEGINNING);
    }

    /** What is inside an element of XML, up to its closing tag; null when that is not near. */
    static @Nullable SecretValue inside(Scan scan, int at) {
        int end = at;
        while (end - at < BEGINNING && scan.at(end) != '<' && scan.at(end) != '\0') {
            end++;
        }
        return end > at && scan.at(end) == '<' && scan.at(end + 1) == '/' ? new SecretValue(at, end, true) : null;
    }

    private static SecretValue unquoted(Scan scan, int start, int most) {
        int end = start;
        while (end - start < most && isCharacter(scan.at(end))) {
            end++;
        }
        while (end > start && ".:!?".indexOf(scan.at(end - 1)) >= 0) {
            end--;
        }
        return new SecretValue(start, end, false);
    }

    /** Before the backslashes of the next quote of the same kind that is escaped no more than the first; 0 for none. */
    private static int closingQuote(Scan scan, int quote, int escapes) {
        int backslashes = 0;
        for (int i = quote + 1; i - quote <= BEGINNING; i++) {
            char character = scan.at(i);
            if (character == scan.at(quote) && backslashes <= escapes) {
                return i - backslashes;
            }
            if (character < ' ') {
                return 0;
            }
            backslashes = character == '\\' ? backslashes + 1 : 0;
        }
        return 0;
    }

    private static int skipQuotes(Scan scan, int at) {
        int i = at;
        while (i - at < 3 && (isQuote(scan.at(i)) || scan.at(i) == '\\')) {
            i++;
        }
        return i;
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'' || character == '`';
    }

    private static boolean isCharacter(char character) {
        return character > ' ' && !Scan.isBlank(character) && "\"'\\,;&<>(){}[]|`".indexOf(character) < 0;
    }

    /** All of it, however long. */
    SecretValue whole(Scan scan) {
        return isQuoted ? this : unquoted(scan, start, scan.length());
    }

    /** As far as the first blank. */
    SecretValue firstWord(Scan scan) {
        return unquoted(scan, start, BEGINNING);
    }

    boolean hasBlank(Scan scan) {
        return isQuoted && text(scan).chars().anyMatch(character -> Scan.isBlank((char) character));
    }

    /** Whether it stands alone in its line. */
    boolean endsLine(Scan scan) {
        char next = scan.at(end);
        return end == scan.length() || next == '\n' || next == '\r';
    }

    /** Whether it starts with the name of a cookie. */
    boolean isCookie(Scan scan) {
        int first = firstWord(scan).end;
        int sign = scan.text(start, first).indexOf('=');
        return sign > 0 && !scan.isMark(start);
    }

    /** The end of all cookies of the header. */
    int cookiesEnd(Scan scan) {
        int last = start;
        while (last < scan.length() && scan.at(last) >= ' ' && !isQuote(scan.at(last)) && scan.at(last) != '\\') {
            last++;
        }
        return isQuoted ? end : last;
    }

    String text(Scan scan) {
        return scan.text(start, end);
    }

    /** Whether it is a word that tells about a secret rather than a secret, or starts a sentence that does. */
    boolean saysNothing(Scan scan) {
        SecretValue first = firstWord(scan);
        String word = scan.lowerCase(first.start, first.end);
        if (first.end == end && SAYS_NOTHING.contains(word)) {
            return true;
        }
        int next = first.end;
        return STARTS_PROSE.contains(word) && Scan.isBlank(scan.at(next)) && Scan.isLetterOrDigit(scan.at(next + 1));
    }
}
