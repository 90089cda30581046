package io.github.ticketsummarizer.telemetry.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the name of a secret and its value.
 *
 * @param end where the value, or the quote before it, starts
 */
record SecretSeparator(Kind kind, int end) {
    private static final int LONGEST = 128;
    private static final String NEXT = "\"'`\\:=>*|]%&<\t\n\r\uFF1A\uFF1D\u2192";
    private static final String BLANK = "(?:\\h|&nbsp;|&#160;|&#xA0;)";
    private static final String STYLE = "(?:\\*{1,3}|</?[A-Za-z]{1,8}>)";
    private static final String QUOTES = "[\\\\\"'`]{0,5}";

    private static final Pattern SIGN = Pattern.compile(
            "%1$s?%2$s\\]?%2$s%1$s?%3$s{0,3}(:=|=>(?=\\h{0,3}\\\\{0,3}[\"'])|={1,3}(?!>)|[\u2192\uFF1A\uFF1D]|:(?!:)|%%3[AaDd])%1$s?%3$s{0,3}%1$s?"
                    .formatted(STYLE, QUOTES, BLANK));
    private static final Pattern PAIR =
            Pattern.compile("%1$s\\s{0,16},?\\s{0,16}%1$s(?i:value|content)%1$s\\s{0,8}[:=]\\s{0,8}".formatted(QUOTES));
    private static final Pattern LINE_END = Pattern.compile("%1$s?:%1$s?\\h{0,3}\\r?\\n\\h{0,8}".formatted(STYLE));
    private static final Pattern TAG = Pattern.compile("(?:\\h[^<>\\n]{0,80})?>");
    private static final Pattern CELL = Pattern.compile(
            "\\h{0,16}\\|\\h{0,16}|\\h*\\t\\h*|\\s{0,4}</\\w{1,8}>\\s{0,16}<\\w{1,8}>|\"'?>|\\h{1,2}(?=[\"'`])");
    private static final Pattern IS = Pattern.compile("\\h{1,2}(?:is|was|ist|est|es)\\h?:?\\h{1,2}");
    private static final Pattern OPTION = Pattern.compile("\\h{1,2}(?![-\\h])");

    /** How much it says. */
    enum Kind {
        /** A colon, as prose has it too. */
        COLON,
        /** An equals sign, or quotes: no prose. */
        ASSIGNED,
        /** The opening tag of XML, which ends before the closing one. */
        TAG,
        /** The value stands alone in the next line. */
        NEXT_LINE,
        /** The next cell of a table, a quote, the word "is". */
        WEAK
    }

    /**
     * Whether anything but the next word or the end of the sentence may stand behind a name; costs little.
     *
     * @param before what stands before the name
     */
    static boolean mayFollow(Scan scan, char before, int nameEnd) {
        char next = scan.at(nameEnd);
        if (NEXT.indexOf(next) >= 0) {
            return true;
        }
        char second = scan.at(nameEnd + 1);
        boolean isMarked = before == '-' || before == '<' || before == ':';
        return Scan.isBlank(next) && (isMarked || !Scan.isLetterOrDigit(second) || "iweIWEvV".indexOf(second) >= 0);
    }

    /** Null when there is none. */
    static @Nullable SecretSeparator behind(Scan scan, SecretName name, boolean isPassword) {
        int start = name.end();
        String text = scan.text(start, Math.min(scan.length(), start + LONGEST));
        if (isTag(scan, start - name.text().length())) {
            return match(TAG, text, Kind.TAG, start);
        }
        SecretSeparator found = match(LINE_END, text, Kind.NEXT_LINE, start);
        found = found == null ? sign(text, start) : found;
        found = found == null ? match(PAIR, text, Kind.ASSIGNED, start) : found;
        found = found == null ? match(CELL, text, Kind.WEAK, start) : found;
        found = found == null && isPassword ? match(IS, text, Kind.WEAK, start) : found;
        return found == null && name.isFlag() ? match(OPTION, text, Kind.WEAK, start) : found;
    }

    private static @Nullable SecretSeparator sign(String text, int start) {
        Matcher matcher = SIGN.matcher(text);
        if (!matcher.lookingAt()) {
            return null;
        }
        char next = matcher.end() < text.length() ? text.charAt(matcher.end()) : '\0';
        boolean isColon = matcher.group(1).length() == 1 && ":\uFF1A\u2192".contains(matcher.group(1));
        boolean isQuoted = "\"'".indexOf(next) >= 0
                || matcher.group().indexOf('"') >= 0
                || matcher.group().indexOf('\'') >= 0;
        return new SecretSeparator(isColon && !isQuoted ? Kind.COLON : Kind.ASSIGNED, start + matcher.end());
    }

    /** {@code <password>}, {@code <wsse:Password>}. */
    private static boolean isTag(Scan scan, int start) {
        int at = start - 1;
        if (scan.at(at) == ':') {
            for (at--; start - at < 16 && Scan.isAsciiLetter(scan.at(at)); at--) {}
        }
        return scan.at(at) == '<';
    }

    private static @Nullable SecretSeparator match(Pattern pattern, String text, Kind kind, int start) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt() ? new SecretSeparator(kind, start + matcher.end()) : null;
    }
}
