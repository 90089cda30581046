package io.github.ticketsummarizer.llm.prompt;

import io.github.ticketsummarizer.model.CleanText;
import java.util.regex.Pattern;

/**
 * The marks around ticket text in a prompt, and how text is kept from forging them. A mark is {@code <<<name>>>}; after
 * {@link #text} no text holds three angle brackets in a row, whatever script or invisible characters they are drawn
 * with, so that each mark in a prompt is ours.
 */
final class Fence {
    static final String OPEN = "<<<";
    static final String CLOSE = ">>>";

    /**
     * Characters that are not seen but read by a model: zero-width space, word joiner, byte order mark, soft hyphen,
     * bidirectional controls (Unicode TR 36, "Trojan Source"), tag characters, which spell hidden ASCII, and variation
     * selectors, which spell hidden bytes. The joiners U+200C and U+200D stay, and U+FE0E and U+FE0F: Persian and emoji
     * need them.
     *
     * <p>What stands ahead of this pattern and the next says the same once more in few ranges: a class asks after each of its
     * members in turn, and most characters of most texts are none of them.
     */
    private static final Pattern INVISIBLE = Pattern.compile(
            "(?=[^\\x00-\\x7F])[\\u00AD\\u034F\\u061C\\u180B-\\u180F\\u200B\\u200E\\u200F\\u202A-\\u202E"
                    + "\\u2060-\\u206F\\uFE00-\\uFE0D\\uFEFF\\x{E0000}-\\x{E007F}\\x{E0100}-\\x{E01EF}]");

    /** Three or more characters drawn as angle brackets, with joiners between them. */
    private static final Pattern OPENING_RUN = run(
            "<\\uFF1C\\uFE64\\u2039\\u00AB\\u2329\\u27E8\\u3008\\u300A\\u27EA\\u226A\\u22D8\\u02C2\\u276C\\u276E\\u2770\\u1438\\u29FC\\u2991");

    private static final Pattern CLOSING_RUN = run(
            ">\\uFF1E\\uFE65\\u203A\\u00BB\\u232A\\u27E9\\u3009\\u300B\\u27EB\\u226B\\u22D9\\u02C3\\u276D\\u276F\\u2771\\u1433\\u29FD\\u2992");

    /**
     * Tokens that the chat templates of open models end a turn with. A server that tokenises a prompt with special
     * tokens switched on, as vLLM does for its templates, would take them from the text as well.
     */
    private static final Pattern CONTROL_TOKEN =
            Pattern.compile("(?i)<(?=\\||/?s>|/?(?:start|end)_of_turn|/?(?:bos|eos|pad)>)|\\[(?=/?INST\\])");

    private Fence() {}

    /** Text of a ticket, of any number of lines, that can stand between marks. */
    static String text(String ticketText) {
        if (isPlain(ticketText)) {
            return ticketText;
        }
        String visible = INVISIBLE.matcher(CleanText.of(ticketText)).replaceAll("");
        String opened = OPENING_RUN.matcher(visible).replaceAll("<<");
        String closed = CLOSING_RUN.matcher(opened).replaceAll(">>");
        return CONTROL_TOKEN.matcher(closed).replaceAll("$0 ");
    }

    /** Most text has nothing of all this, and a loop sees that in a fraction of the patterns' time. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlain(c) || (isBracket(before) && mayFollowInAMark(c))) {
                return false;
            }
            before = c;
        }
        return true;
    }

    /** Only the blocks that most text is written in; what is not named here is merely looked at closely. */
    private static boolean isPlain(char c) {
        if (c <= '~') {
            return c > 0;
        }
        return (c >= '\u00A0' && c < '\u02C2' && c != '\u00AD') // Latin and its signs, without the soft hyphen
                || (c >= '\u0370' && c < '\u0600') // Greek, Cyrillic, Armenian, Hebrew
                || (c >= '\u2010' && c < '\u2028') // dashes, quotation marks
                || (c >= '\u3001' && c < '\u3008') // the full stop and comma of Japanese and Chinese
                || (c >= '\u300C' && c < '\uA000') // Japanese, Chinese
                || (c >= '\uAC00' && c < '\uD7A4') // Korean
                || (c >= '\uFF01' && c < '\uFF1C') // wide signs and digits
                || (c >= '\uFF66' && c < '\uFFA0'); // narrow Japanese
    }

    private static boolean isBracket(char c) {
        return c == '<' || c == '>' || c == '[' || c == '\u00AB' || c == '\u00BB';
    }

    /** Whether a run of brackets or a control token may go on so; a bracket before anything else is only a bracket. */
    private static boolean mayFollowInAMark(char c) {
        return isBracket(c) || "|/sSeEbBpPiI".indexOf(c) >= 0;
    }

    /** Text of a ticket that can stand inside a mark, or after a name on a line. */
    static String line(String ticketText) {
        String text = text(ticketText);
        StringBuilder line = new StringBuilder(text.length());
        boolean isAfterBlank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBlank = isBlank(c);
            if (!isBlank) {
                line.append(c);
            } else if (!isAfterBlank) {
                line.append(' ');
            }
            isAfterBlank = isBlank;
        }
        return line.toString().strip();
    }

    /** Unicode's own line breaks count: what reads a prompt may end a line at them. */
    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static Pattern run(String brackets) {
        return Pattern.compile("(?=[%s\\x80-\\uFFFF])(?:[%s][\\u200C\\u200D\\uFE0E\\uFE0F]*){3,}"
                .formatted(brackets.charAt(0), brackets));
    }
}
