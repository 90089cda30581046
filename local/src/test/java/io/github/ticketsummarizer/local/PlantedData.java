package io.github.ticketsummarizer.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ticketsummarizer.testing.PlantedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for many values at once, in any number of bytes; upper case of ASCII is lower case to it. */
final class PlantedData {
    /** How many bytes of a value tell which ones it may be; none is shorter. */
    private static final int PREFIX = 4;

    private final Map<Integer, List<Sought>> byPrefix = new HashMap<>();

    PlantedData(Collection<PlantedValue> values) {
        values.stream().map(PlantedValue::value).distinct().forEach(value -> {
            byte[] bytes = lowerCase(value.getBytes(UTF_8));
            int prefix = 0;
            for (int i = 0; i < PREFIX; i++) {
                prefix = with(prefix, bytes[i]);
            }
            byPrefix.computeIfAbsent(prefix, unseen -> new ArrayList<>()).add(new Sought(value, bytes));
        });
    }

    /** Those that stand there, each once. */
    Set<String> in(String text) {
        return in(text.getBytes(UTF_8));
    }

    /** Those that stand there, each once. */
    Set<String> in(byte[] given) {
        byte[] bytes = lowerCase(given);
        Set<String> found = new TreeSet<>();
        int prefix = 0;
        for (int i = 0; i < bytes.length; i++) {
            prefix = with(prefix, bytes[i]);
            for (Sought sought : byPrefix.getOrDefault(prefix, List.of())) {
                if (sought.standsIn(bytes, i - PREFIX + 1)) {
                    found.add(sought.value());
                }
            }
        }
        return found;
    }

    private static int with(int prefix, byte next) {
        return prefix << Byte.SIZE | next & 0xFF;
    }

    private static byte[] lowerCase(byte[] bytes) {
        byte[] lower = bytes.clone();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] >= 'A' && lower[i] <= 'Z') {
                lower[i] += 'a' - 'A';
            }
        }
        return lower;
    }

    /** @param bytes of the value, in lower case */
    private record Sought(String value, byte[] bytes) {
        boolean standsIn(byte[] text, int at) {
            int end = at + bytes.length;
            return at >= 0 && end <= text.length && Arrays.equals(bytes, 0, bytes.length, text, at, end);
        }
    }
}
