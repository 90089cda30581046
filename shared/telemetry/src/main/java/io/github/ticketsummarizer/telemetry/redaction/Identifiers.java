package io.github.ticketsummarizer.telemetry.redaction;

import java.util.regex.Pattern;

/** What ids and names of models look like that may stand anywhere as they are, though they resemble keys and numbers. */
public final class Identifiers {
    private static final String HEX = "[0-9a-fA-F]";
    private static final String UUID = HEX + "{8}(?:-" + HEX + "{4}){3}-" + HEX + "{12}";
    /** Anywhere in a text. */
    static final Pattern UUIDS = Pattern.compile("(?<![0-9a-fA-F])" + UUID + "(?![0-9a-fA-F])");
    /** Of a run, or of a ticket in it with the number of the request. */
    private static final Pattern OF_RUNS = Pattern.compile(UUID + "(?::\\d{1,19}(?::\\d{1,10})?)?");
    /** As OpenAI, Anthropic and those that speak like them name their answers. */
    private static final Pattern OF_ANSWERS =
            Pattern.compile("(?:chatcmpl|cmpl|resp|gen|msg|req)[-_](?![0-9-]*$)[A-Za-z0-9-]{6,48}");
    /** Google's have no beginning of their own, and are shorter than its keys. */
    private static final Pattern OF_GOOGLES_ANSWERS = Pattern.compile("(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_-]{16,30}");

    private static final Pattern MODEL =
            Pattern.compile("[A-Za-z][A-Za-z0-9]{0,11}(?:[-_.:/][A-Za-z0-9]{1,12}){0,11}(?:@\\d{8})?");
    private static final int LONGEST_MODEL = 80;
    /** A date and the numbers of versions and sizes. Numbers of cards have one more. */
    private static final int MOST_DIGITS = 12;

    private Identifiers() {}

    /** Whether this is the id of a run, or of a ticket in it. */
    static boolean isOfRun(String value) {
        return OF_RUNS.matcher(value).matches();
    }

    /** Whether this is what a provider calls an answer. */
    static boolean isOfAnswer(String value) {
        boolean looks = OF_ANSWERS.matcher(value).matches()
                || OF_GOOGLES_ANSWERS.matcher(value).matches();
        return isOfRun(value) || (looks && !KeyDetector.isIssued(value));
    }

    /** Whether this could be the name of a model: of short parts, with few digits, such as {@code gpt-4o-2024-08-06}. */
    public static boolean isModelName(String value) {
        return value.length() <= LONGEST_MODEL
                && MODEL.matcher(value).matches()
                && !KeyDetector.isIssued(value)
                && value.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    }
}
