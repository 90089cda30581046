package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.api.common.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every platform can store of a value: Phoenix loses the whole span that has an attribute of bytes, and a database may
 * take neither U+0000 nor a number that is none.
 */
final class StorableValues {
    private StorableValues() {}

    /** The value as it can be stored: bytes, maps and mixed lists as text; null where nothing of it can. */
    static @Nullable Object of(Object value) {
        if (!canHold(value)) {
            return null;
        }
        return switch (value) {
            case String text -> text(text);
            case Value<?> other -> text(other.asString());
            case List<?> list ->
                list.stream()
                        .map(item -> item instanceof String text ? text(text) : item)
                        .toList();
            default -> value;
        };
    }

    /** Whether anything of the value can be stored. */
    static boolean canHold(Object value) {
        return value instanceof List<?> list ? list.stream().noneMatch(StorableValues::isNoNumber) : !isNoNumber(value);
    }

    /** The text without U+0000, in whose place the replacement character stands. */
    static String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private static boolean isNoNumber(Object value) {
        return value instanceof Double number && !Double.isFinite(number);
    }
}
