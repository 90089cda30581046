package io.github.ticketsummarizer.llm.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the writer of a mail wrote: without the mail that was answered or forwarded, and without the signature. */
public final class MailText {
    /** The longest line that introduces quoted text or closes a mail; longer lines are never tested. */
    private static final int LONGEST_MARK = 200;
    /** Lines that may follow a closing phrase and still be a signature. */
    private static final int LONGEST_SIGNATURE = 8;

    /** Tested on lines that end in a colon. */
    private static final Pattern ATTRIBUTION =
            Pattern.compile("(?:on|am|le|el) .*(?:wrote|schrieb|écrit|escribió).*:|.*(?:のメール|書きました):");
    /** Tested on lines that begin with a dash or an underscore. */
    private static final Pattern SEPARATOR =
            Pattern.compile("_{10,}|--|-{3,} ?(?:original message|ursprüngliche nachricht|message d'origine"
                    + "|mensaje original|forwarded message).*");

    /** As chats are kept: the time, and who speaks. */
    private static final Pattern CHAT_LINE =
            Pattern.compile("\\s*[(\\[]\\d{1,2}:\\d{2}(?::\\d{2})?(?: [AP]M)?[)\\]] [^:\\n]{1,40}: ");

    private static final Pattern CLOSING = Pattern.compile("(?:(?:kind |best |warm )?regards|best(?: wishes)?"
            + "|cheers|(?:many )?thanks(?: a lot| again| in advance)?|thank you|sincerely|yours"
            + "|mit freundlichen grüßen|(?:beste|viele|freundliche) grüße"
            + "|cordialement|bien à vous|saludos(?: cordiales)?|un saludo|atentamente)[,.!]*");

    private MailText() {}

    /** The writer's own lines. A mail of nothing but quotes comes out empty. */
    public static String own(String body) {
        StringBuilder own = new StringBuilder(body.length());
        String text = body.replace("\r\n", "\n");
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            String line = mark(text, at, end);
            if (quoteFollows(line) || closes(text, line, end)) {
                break;
            }
            if (!line.startsWith(">")) {
                appendLine(own, text, at, end);
            }
            at = end + 1;
        }
        return own.toString();
    }

    /** Of a line of a chat what was said, as a paragraph of its own: who and when are no part of it. */
    private static void appendLine(StringBuilder own, String text, int from, int end) {
        int afterNewline = Math.min(end + 1, text.length());
        Matcher speaker = CHAT_LINE.matcher(text).region(from, Math.min(end, from + LONGEST_MARK));
        if (speaker.lookingAt()) {
            own.append('\n').append(text, speaker.end(), afterNewline);
        } else {
            own.append(text, from, afterNewline);
        }
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** The line as it is tested for a mark; of a long line only that it is no mark matters. */
    private static String mark(String text, int from, int to) {
        return text.substring(from, Math.min(to, from + LONGEST_MARK + 1))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static boolean quoteFollows(String line) {
        if (line.startsWith("-") || line.startsWith("_")) {
            return SEPARATOR.matcher(line).matches();
        }
        return line.endsWith(":") && ATTRIBUTION.matcher(line).matches();
    }

    private static boolean closes(String text, String line, int lineEnd) {
        return !line.isEmpty() && CLOSING.matcher(line).matches() && isShortRest(text, lineEnd);
    }

    private static boolean isShortRest(String text, int from) {
        int lines = 0;
        for (int at = from; at < text.length() && lines <= LONGEST_SIGNATURE; at = lineEnd(text, at) + 1) {
            if (lineEnd(text, at) > at) {
                lines++;
            }
        }
        return lines <= LONGEST_SIGNATURE;
    }
}
