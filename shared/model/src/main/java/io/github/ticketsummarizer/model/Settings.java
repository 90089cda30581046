package io.github.ticketsummarizer.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Named settings, read with a type and a default. A wrong value is noted and answered with the default, so that
 * {@link #requireValid} can list all problems at once. Where the values come from is the caller's affair. Not
 * thread-safe: read the settings at start, keep the records made of them.
 */
public final class Settings {
    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d)");

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    /** @param values by name; a blank value counts as absent */
    public Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The value as written, without surrounding blanks; null when absent. */
    public @Nullable String text(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The value as written, or the default. */
    public String text(String name, String defaultValue) {
        String value = text(name);
        return value == null ? defaultValue : value;
    }

    /** A whole number within bounds, both allowed. */
    public int wholeNumber(String name, int defaultValue, int least, int most) {
        return parsed(
                name,
                defaultValue,
                value -> {
                    int number = Integer.parseInt(value);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException("out of bounds");
                    }
                    return number;
                },
                "a whole number from %d to %d".formatted(least, most));
    }

    /** A duration such as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 24h} or {@code 7d}. */
    public Duration duration(String name, Duration defaultValue) {
        return parsed(name, defaultValue, Settings::parseDuration, "a number with a unit: 500ms, 30s, 5m, 24h, 7d");
    }

    /** One of the names that the given function knows; its exception's message says which there are. */
    public <T> T choice(String name, T defaultValue, Function<String, T> fromName) {
        String value = text(name);
        if (value == null) {
            return defaultValue;
        }
        try {
            return fromName.apply(value);
        } catch (IllegalArgumentException unknown) {
            problems.add("%s: %s".formatted(name, unknown.getMessage()));
            return defaultValue;
        }
    }

    /** {@code true} or {@code false}, in any case. */
    public boolean flag(String name, boolean defaultValue) {
        return parsed(
                name,
                defaultValue,
                value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("neither");
                },
                "true or false");
    }

    /** All values whose name starts with the prefix, by their whole names. */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix) && !value.isBlank()) {
                found.put(name, value.strip());
            }
        });
        return found;
    }

    /** Notes a problem that the reader of a setting found itself. */
    public void problem(String name, String whatIsWrong) {
        problems.add("%s: %s".formatted(name, whatIsWrong));
    }

    /** Notes the problems of settings that were read elsewhere. */
    public void problems(SettingsException elsewhere) {
        problems.addAll(elsewhere.problems());
    }

    /**
     * Ends the reading of settings.
     *
     * @throws SettingsException when a setting read so far has a wrong value; it lists them all, each once
     */
    public void requireValid() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems.stream().distinct().toList());
        }
    }

    private <T> T parsed(String name, T defaultValue, Function<String, T> parse, String expected) {
        String value = text(name);
        if (value == null) {
            return defaultValue;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            problems.add("%s: '%s' is not %s".formatted(name, value, expected));
            return defaultValue;
        }
    }

    private static Duration parseDuration(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no unit");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
