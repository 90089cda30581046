package io.github.ticketsummarizer.telemetry.export;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of the short texts that came last: the spans of a ticket share most of their names, labels and
 * metadata. Each text has one place, by its hash, and goes when another needs it, so that nothing has to be ordered or locked.
 */
final class RecentTexts {
    private static final int PLACES = 4_096;
    /** Longer texts are prompts and answers, which hardly come twice. All places together hold 16 MB at most. */
    private static final int LONGEST = 1_024;

    private final AtomicReferenceArray<@Nullable Recent> places = new AtomicReferenceArray<>(PLACES);

    /** What the function makes of the text, or made of the same text before. */
    String get(String text, UnaryOperator<String> function) {
        if (text.length() > LONGEST) {
            return function.apply(text);
        }
        int place = Math.floorMod(text.hashCode(), PLACES);
        Recent recent = places.get(place);
        if (recent == null || !recent.text.equals(text)) {
            recent = new Recent(text, function.apply(text));
            places.set(place, recent);
        }
        return recent.result;
    }

    private record Recent(String text, String result) {}
}
