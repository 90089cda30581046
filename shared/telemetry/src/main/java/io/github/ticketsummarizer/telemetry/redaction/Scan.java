package io.github.ticketsummarizer.telemetry.redaction;

import java.util.Locale;

/**
 * A text while it is read from left to right. Text inside JSON carries escapes: {@code \n020 7946} starts a phone number
 * behind the {@code n}, so what stands before an escape's end is never part of what is found.
 */
final class Scan {
    private static final char LAST_ASCII = 0x7F;
    private static final boolean[] WORD_CHARACTERS = lettersDigitsAnd("_");
    private static final boolean[] RUN_CHARACTERS = lettersDigitsAnd("_-.~");

    private final String text;
    /** The same, to be read without what a String looks at for each character. */
    private final char[] characters;

    private final boolean json;
    private int floor;
    private int runEnd;

    Scan(String text) {
        this(text, false);
    }

    /** @param json whether each backslash starts an escape; in prose it may stand before a name */
    Scan(String text, boolean json) {
        this.text = text;
        this.json = json;
        this.characters = text.toCharArray();
    }

    int length() {
        return text.length();
    }

    /** The character at a place, or U+0000 outside of the text. */
    char at(int index) {
        return index >= 0 && index < characters.length ? characters[index] : '\0';
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    String lowerCase(int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    boolean startsWith(String prefix, int at) {
        return text.startsWith(prefix, at);
    }

    /** Nothing found may reach back over this place. */
    int floor() {
        return floor;
    }

    void raiseFloor(int at) {
        floor = at;
    }

    boolean isJson() {
        return json;
    }

    /** Whether the escape of a line's end or of a tab ends before this place. */
    boolean isBehindEscape(int at) {
        return at(at - 2) == '\\' && "nrt".indexOf(at(at - 1)) >= 0;
    }

    /** Whether a word, a number or a sign before a number can start here. */
    boolean isStart(int at) {
        return at == floor || (!isLetterOrDigit(at(at - 1)) && at(at - 1) != '_');
    }

    /** Whether an ASCII letter or digit, or an underscore, stands before this place: nothing that has a start starts here. */
    boolean isInsideWord(int at) {
        return at != floor && isWordCharacter(at(at - 1));
    }

    /** The next place where something may start that does not start inside a word. */
    int next(int at) {
        int next = at + 1;
        if (isWordCharacter(characters[at])) {
            while (next < characters.length && isWordCharacter(characters[next])) {
                next++;
            }
        }
        return next;
    }

    /** Whether a word or a number ends before this place. */
    boolean isEnd(int at) {
        return !isLetterOrDigit(at(at)) && at(at) != '_';
    }

    /** The end of the letters and digits that start here. */
    int wordEnd(int at) {
        int end = at;
        while (isLetterOrDigit(at(end))) {
            end++;
        }
        return end;
    }

    /** Whether a run of characters that keys are made of starts here. */
    boolean isRunStart(int at) {
        return at == floor || !isRunCharacter(at(at - 1));
    }

    /** The end of that run; asked for again inside the same run, it costs nothing. */
    int runEnd(int at) {
        if (at < runEnd) {
            return runEnd;
        }
        int end = at;
        while (end < characters.length && isRunCharacter(characters[end])) {
            end++;
        }
        runEnd = end;
        return end;
    }

    private static boolean isWordCharacter(char character) {
        return character <= LAST_ASCII && WORD_CHARACTERS[character];
    }

    private static boolean isRunCharacter(char character) {
        return character <= LAST_ASCII && RUN_CHARACTERS[character];
    }

    /** ASCII letters, digits and these, by their number. */
    private static boolean[] lettersDigitsAnd(String others) {
        boolean[] found = new boolean[LAST_ASCII + 1];
        for (char character = 0; character <= LAST_ASCII; character++) {
            found[character] = isAsciiLetter(character) || isDigit(character) || others.indexOf(character) >= 0;
        }
        return found;
    }

    /** A letter of any script. That of the text is mostly ASCII, and needs no table. */
    static boolean isLetter(char character) {
        return character <= LAST_ASCII ? isAsciiLetter(character) : Character.isLetter(character);
    }

    static boolean isUpperCase(char character) {
        return character <= LAST_ASCII ? character >= 'A' && character <= 'Z' : Character.isUpperCase(character);
    }

    /** A letter or a digit of any script. */
    static boolean isLetterOrDigit(char character) {
        return character <= LAST_ASCII
                ? isAsciiLetter(character) || isDigit(character)
                : Character.isLetterOrDigit(character);
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isAsciiLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    static boolean isHex(char character) {
        return isDigit(character) || (character >= 'a' && character <= 'f') || (character >= 'A' && character <= 'F');
    }

    /** A blank of any width that stands inside a line. */
    static boolean isBlank(char character) {
        return character <= LAST_ASCII
                ? character == ' ' || character == '\t'
                : Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    /** A sign that nobody sees, as a page's layout puts it into long words. */
    static boolean isInvisible(char character) {
        return character == '\u00AD'
                || (character >= '\u200B' && character <= '\u200D')
                || character == '\u2060'
                || character == '\uFEFF';
    }

    /** A hyphen, a dash or a minus of any width. */
    static boolean isHyphen(char character) {
        return character == '-' || (character >= '\u2010' && character <= '\u2015') || character == '\u2212';
    }

    /** Whether a mark of an earlier redaction starts here. */
    boolean isMark(int at) {
        for (Mark mark : Mark.values()) {
            if (text.startsWith(mark.text(), at)) {
                return true;
            }
        }
        return false;
    }

    /** The end of the backslashes that start here. */
    int backslashesEnd(int at) {
        int end = at;
        while (at(end) == '\\') {
            end++;
        }
        return end;
    }

    /** The end of an escape, as JSON has them, that starts with the backslash here. */
    int escapeEnd(int backslash) {
        int end = backslashesEnd(backslash);
        if (at(end) == 'u' && isHex(at(end + 1)) && isHex(at(end + 2)) && isHex(at(end + 3)) && isHex(at(end + 4))) {
            return end + 5;
        }
        return "nrtbf\"/".indexOf(at(end)) >= 0 && end < text.length() ? end + 1 : end;
    }
}
