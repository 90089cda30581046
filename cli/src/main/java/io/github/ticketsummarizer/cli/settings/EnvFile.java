package io.github.ticketsummarizer.cli.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of settings, as {@code .env} files are: {@code NAME=value} a line, {@code export} in front allowed, blank lines
 * and lines that begin with {@code #} passed over. A value may stand in single quotes (taken as it is) or in double
 * quotes ({@code \n}, {@code \"} and {@code \\} are known); without quotes it ends at a {@code #} after a blank. Nothing is
 * expanded.
 */
final class EnvFile {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private EnvFile() {}

    /**
     * Reads the lines; a name that stands twice has its last value.
     *
     * @param problems takes a sentence for each line that is none of these, without its value
     */
    static Map<String, String> parse(String fileName, List<String> lines, Consumer<String> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    i == 0 && lines.get(i).startsWith("\ufeff") ? lines.get(i).substring(1) : lines.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && isWhole(matcher.group(2))) {
                values.put(matcher.group(1), value(matcher.group(2)));
            } else {
                problems.accept("%s:%d: not a line of the form NAME=value".formatted(fileName, i + 1));
            }
        }
        return values;
    }

    private static boolean isWhole(String written) {
        return switch (quote(written)) {
            case '\'' -> SINGLE_QUOTED.matcher(written).matches();
            case '"' -> DOUBLE_QUOTED.matcher(written).matches();
            default -> true;
        };
    }

    private static String value(String written) {
        Matcher single = SINGLE_QUOTED.matcher(written);
        if (single.matches()) {
            return single.group(1);
        }
        Matcher quoted = DOUBLE_QUOTED.matcher(written);
        if (quoted.matches()) {
            return ESCAPE.matcher(quoted.group(1))
                    .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1))));
        }
        return COMMENT.matcher(written).replaceFirst("");
    }

    private static String unescaped(String character) {
        return "n".equals(character) ? "\n" : character;
    }

    private static char quote(String written) {
        return written.isEmpty() ? ' ' : written.charAt(0);
    }
}
