package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

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
        attributes.put(key, redacted).put(markOf(key.getKey()), true);
    }

    static boolean isMark(String key) {
        return key.startsWith(PREFIX);
    }

    static boolean isMarked(Attributes attributes, String key) {
        return Boolean.TRUE.equals(attributes.get(markOf(key)));
    }

    private static AttributeKey<Boolean> markOf(String key) {
        return AttributeKey.booleanKey(PREFIX + key);
    }
}
