package io.github.ticketsummarizer.cli.output;

import java.util.regex.Pattern;

/**
 * Makes a text safe to open in a spreadsheet, which takes a cell that begins with {@code =}, {@code +}, {@code -},
 * {@code @}, a tab or a line break for a formula (https://owasp.org/www-community/attacks/CSV_Injection). Such a cell
 * gets an apostrophe in front, which spreadsheets read as "text follows". Blanks and invisible characters before the
 * sign do not hide it, and the full-width forms count as well. Plain numbers stay as they are.
 */
final class CsvCell {
    private static final Pattern FORMULA =
            Pattern.compile("^([\\t\\r\\n]|[\\s\\p{C}\\p{Z}]*[=+\\-@＝＋－＠]).*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private CsvCell() {}

    static String safe(String text) {
        boolean dangerous =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
        return dangerous ? "'" + text : text;
    }
}
