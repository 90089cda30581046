package io.github.ticketsummarizer.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lower-case names by which enums travel on topics, on the command line and in settings. */
final class WireNames {
    private WireNames() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E parse(Class<E> type, String name, String what) {
        for (E value : type.getEnumConstants()) {
            if (of(value).equals(name.strip().toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(WireNames::of).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("unknown %s '%s'; known: %s".formatted(what, name, known));
    }
}
