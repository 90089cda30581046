package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.HashSet;
import java.util.Set;

/**
 * Says of attributes that their values were redacted before the span got them, by the rules that it leaves by and the names
 * of its ticket, so that long texts are not read twice. The mark is an attribute beside the attribute, as that is all that
 * gets from the program into OpenTelemetry's agent; it leaves the process with no span.
 */
public final class RedactedMarks {
    private static final String PREFIX = "ticket_summarizer.redacted.";

    private RedactedMarks() {}

    /** Adds an attribute and its mark. */
    public static void put(AttributesBuilder attributes, AttributeKey<String> key, String redacted) {
        attributes.put(key, redacted).put(PREFIX + key.getKey(), true);
    }

    static boolean isMark(String key) {
        return key.startsWith(PREFIX);
    }

    /** The names of those that have a mark. */
    static Set<String> marked(Attributes attributes) {
        Set<String> marked = new HashSet<>();
        attributes.forEach((key, value) -> {
            if (isMark(key.getKey()) && Boolean.TRUE.equals(value)) {
                marked.add(key.getKey().substring(PREFIX.length()));
            }
        });
        return marked;
    }
}
