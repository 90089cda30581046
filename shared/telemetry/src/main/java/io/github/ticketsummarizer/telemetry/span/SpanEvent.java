package io.github.ticketsummarizer.telemetry.span;

import io.opentelemetry.api.common.Attributes;
import java.time.Instant;

/** Something that happened while a span's work went on. */
public record SpanEvent(String name, Instant at, Attributes attributes) {
    /** An event that its name says all of. */
    public SpanEvent(String name, Instant at) {
        this(name, at, Attributes.empty());
    }
}
