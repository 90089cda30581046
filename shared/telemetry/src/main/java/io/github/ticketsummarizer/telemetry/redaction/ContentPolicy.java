package io.github.ticketsummarizer.telemetry.redaction;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What of a text may stand in a span, by the operator's choice: {@code TELEMETRY_CONTENT} says whether content (what
 * goes to a model and comes back, and what exceptions say) is exported as it is, redacted or not at all; {@code
 * TELEMETRY_CONTENT_MAX_CHARS} how long a value may be; OpenInference's masking variables hide parts of it
 * (https://github.com/Arize-ai/openinference/blob/main/spec/configuration.md).
 */
public final class ContentPolicy {
    /** Stands for what a masking variable hides, as OpenInference has it. */
    public static final String HIDDEN = "__REDACTED__";
    /** Stands for a value that could not be redacted: it is kept back rather than exported unread. */
    public static final String WITHHELD = "[withheld]";

    private static final int DEFAULT_MAX_CHARS = 32_768;
    private static final int LEAST_MAX_CHARS = 256;
    private static final int MOST_MAX_CHARS = 1_000_000;

    private final Content content;
    private final Set<Masking> maskings;
    private final int maxChars;

    private ContentPolicy(Content content, Set<Masking> maskings, int maxChars) {
        this.content = content;
        this.maskings = Set.copyOf(maskings);
        this.maxChars = maxChars;
    }

    /** How much of the content is exported. */
    public enum Content {
        /** As it is, personal data included. */
        FULL,
        REDACTED,
        /** Not at all; tokens, cost and times stay. */
        NONE
    }

    /** Redacts, hides nothing more, and cuts at 32,768 characters. */
    public static ContentPolicy standard() {
        return new ContentPolicy(Content.REDACTED, Set.of(), DEFAULT_MAX_CHARS);
    }

    /**
     * The policy that the settings ask for.
     *
     * @param setting the value of a setting by its name; null when it is not set
     * @param problem takes the name of each setting with a wrong value, and what is wrong; it is answered with the stricter
     *     choice
     */
    public static ContentPolicy from(Function<String, @Nullable String> setting, BiConsumer<String, String> problem) {
        Reader reader = new Reader(setting, problem);
        EnumSet<Masking> maskings = EnumSet.noneOf(Masking.class);
        for (Masking masking : Masking.values()) {
            if (reader.flag(masking.variable())) {
                maskings.add(masking);
            }
        }
        return new ContentPolicy(reader.content(), maskings, reader.maxChars());
    }

    public Content content() {
        return content;
    }

    /**
     * The value that an attribute may have: without personal data, cut, hidden or gone.
     *
     * @param key the attribute's name
     * @param redactor knows the people that the text may name
     * @return null when the attribute is to be left out
     */
    public @Nullable String value(String key, String value, Redactor redactor) {
        return value(key, value, text -> text(text, redactor));
    }

    /** The same for a value that was redacted before, so that it need not be read again. */
    public @Nullable String redactedValue(String key, String value) {
        return value(key, value, text -> JsonText.cut(text, maxChars));
    }

    /**
     * The same, where what becomes of a text may be known already.
     *
     * @param redaction what {@link #text} makes of a text
     */
    public @Nullable String value(String key, String value, UnaryOperator<String> redaction) {
        if (ContentKeys.isIdentifier(key, value)) {
            return value;
        }
        for (Masking masking : maskings) {
            if (masking.hides(key)) {
                return HIDDEN;
            }
        }
        return switch (content) {
            case FULL -> JsonText.cut(value, maxChars);
            case REDACTED -> redaction.apply(value);
            case NONE -> ContentKeys.isContent(key) ? null : redaction.apply(value);
        };
    }

    /** The same for a text that is no attribute: a span's name, a status, the name of an event. */
    public String text(String text, Redactor redactor) {
        if (content == Content.FULL) {
            return JsonText.cut(text, maxChars);
        }
        try {
            return JsonText.cut(JsonText.redact(text, redactor), maxChars);
        } catch (RuntimeException unreadable) {
            return WITHHELD;
        }
    }

    /** Reads settings; not those of the model's package, which an agent's extension cannot see. */
    private record Reader(Function<String, @Nullable String> setting, BiConsumer<String, String> problem) {
        private @Nullable String text(String name) {
            String value = setting.apply(name);
            return value == null || value.isBlank() ? null : value.strip();
        }

        Content content() {
            String value = text("TELEMETRY_CONTENT");
            if (value == null) {
                return Content.REDACTED;
            }
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "full" -> Content.FULL;
                case "redacted" -> Content.REDACTED;
                case "none" -> Content.NONE;
                default -> {
                    problem.accept("TELEMETRY_CONTENT", "'%s' is not full, redacted or none".formatted(value));
                    yield Content.NONE;
                }
            };
        }

        boolean flag(String name) {
            String value = text(name);
            if (value == null || value.equalsIgnoreCase("false")) {
                return false;
            }
            if (!value.equalsIgnoreCase("true")) {
                problem.accept(name, "'%s' is not true or false".formatted(value));
            }
            return true;
        }

        int maxChars() {
            String name = "TELEMETRY_CONTENT_MAX_CHARS";
            String value = text(name);
            try {
                int number = value == null ? DEFAULT_MAX_CHARS : Integer.parseInt(value);
                if (number >= LEAST_MAX_CHARS && number <= MOST_MAX_CHARS) {
                    return number;
                }
            } catch (NumberFormatException noNumber) {
                // The line below says what would be one.
            }
            problem.accept(
                    name, "'%s' is not a whole number from %d to %d".formatted(value, LEAST_MAX_CHARS, MOST_MAX_CHARS));
            return LEAST_MAX_CHARS;
        }
    }
}
