package io.github.ticketsummarizer.telemetry.span;

import io.github.ticketsummarizer.telemetry.TraceContext;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span whose work is over, under an id that was chosen for it. It can be emitted at any time, by any process, and again:
 * the platforms know it by its id.
 *
 * @param parentSpanId null for the root of a trace
 * @param links to spans of other traces
 * @param error null when the work went well
 */
public record FinishedSpan(
        String name,
        SpanKind kind,
        TraceContext self,
        @Nullable String parentSpanId,
        Instant start,
        Instant end,
        Attributes attributes,
        List<SpanEvent> events,
        List<TraceContext> links,
        @Nullable SpanError error) {
    public FinishedSpan {
        events = List.copyOf(events);
        links = List.copyOf(links);
    }

    /** The same, which tells more. */
    FinishedSpan telling(Attributes more) {
        Attributes all = attributes.toBuilder().putAll(more).build();
        return new FinishedSpan(name, kind, self, parentSpanId, start, end, all, events, links, error);
    }
}
