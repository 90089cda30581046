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
     * bidirectional controls (Unicode TR 36, "Trojan Source") and tag characters, which spell hidden ASCII. The joiners
     * U+200C and U+200D stay: Persian and emoji need them.
     */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\x{E0000}-\\x{E007F}]");

    /** Three or more characters drawn as angle brackets, with joiners between them. */
    private static final Pattern OPENING_RUN = run(
            "<\\uFF1C\\uFE64\\u2039\\u00AB\\u2329\\u27E8\\u3008\\u300A\\u27EA\\u226A\\u22D8\\u02C2\\u276E\\u2770\\u1438");

    private static final Pattern CLOSING_RUN = run(
            ">\\uFF1E\\uFE65\\u203A\\u00BB\\u232A\\u27E9\\u3009\\u300B\\u27EB\\u226B\\u22D9\\u02C3\\u276F\\u2771\\u1433");

    /**
     * Tokens that the chat templates of open models end a turn with. A server that tokenises a prompt with special
     * tokens switched on, as vLLM does for its templates, would take them from the text as well.
     */
    private static final Pattern CONTROL_TOKEN =
            Pattern.compile("(?i)<(?=\\||/?s>|/?(?:start|end)_of_turn|/?(?:bos|eos|pad)>)|\\[(?=/?INST\\])");

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s+");

    private Fence() {}

    /** Text of a ticket, of any number of lines, that can stand between marks. */
    static String text(String ticketText) {
        String visible = INVISIBLE.matcher(CleanText.of(ticketText)).replaceAll("");
        String opened = OPENING_RUN.matcher(visible).replaceAll("<<");
        String closed = CLOSING_RUN.matcher(opened).replaceAll(">>");
        return CONTROL_TOKEN.matcher(closed).replaceAll("$0 ");
    }

    /** Text of a ticket that can stand inside a mark, or after a name on a line. */
    static String line(String ticketText) {
        return LINE_BREAKS.matcher(text(ticketText)).replaceAll(" ").strip();
    }

    private static Pattern run(String brackets) {
        return Pattern.compile("(?:[%s][\\u200C\\u200D\\uFE0E\\uFE0F]*){3,}".formatted(brackets));
    }
}
