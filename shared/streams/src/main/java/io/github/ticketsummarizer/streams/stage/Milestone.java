package io.github.ticketsummarizer.streams.stage;

import io.github.ticketsummarizer.telemetry.attribute.Errors;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.SpanEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record while its stage held it, for the stage's span.
 *
 * @param at milliseconds since the epoch
 * @param attempt counted from 1
 * @param errorType why the attempt failed; null for all but a retry
 * @param waitMs until the next attempt may begin; 0 where none waits
 */
record Milestone(
        String name, long at, int attempt, @Nullable String errorType, long waitMs) {
    static final String ACCEPTED = "accepted";
    static final String STARTED = "started";
    static final String RESUMED = "resumed";
    static final String PARKED = "parked";
    static final String RETRY = "retry";

    /** A milestone that is neither a failure nor the start of a wait. */
    Milestone(String name, long at, int attempt) {
        this(name, at, attempt, null, 0);
    }

    SpanEvent event() {
        AttributesBuilder attributes = Attributes.builder().put(Product.ATTEMPT, (long) attempt);
        if (errorType != null) {
            attributes.put(Errors.TYPE, errorType).put(Product.WAIT_MS, waitMs);
        }
        return new SpanEvent(name, Instant.ofEpochMilli(at), attributes.build());
    }
}
