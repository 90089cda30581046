package io.github.ticketsummarizer.zendesk.http;

import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.github.ticketsummarizer.telemetry.attribute.Product;
import io.github.ticketsummarizer.telemetry.span.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.time.Instant;

/**
 * Shows in a ticket's trace that it waited for a call which is in another ticket's. The call's own span has the same
 * {@code batch.call_id}.
 */
public final class SharedCallSpans {
    private final Tracing tracing;

    public SharedCallSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /** What the call's span and those of who waits for it have in common. */
    public static Attributes attributes(String callId, int size) {
        return Attributes.of(Product.BATCH_SIZE, (long) size, Product.BATCH_CALL_ID, callId);
    }

    /**
     * The wait is over.
     *
     * @param waiting below which span
     * @param size how many shared the call
     */
    public void waited(Context waiting, Instant since, String callId, int size) {
        if (Span.fromContext(waiting).getSpanContext().isValid()) {
            tracing.child(waiting, "await batch", SpanKind.INTERNAL)
                    .setStartTimestamp(since)
                    .setAttribute(OpenInference.SPAN_KIND, OpenInference.CHAIN)
                    .setAllAttributes(attributes(callId, size))
                    .startSpan()
                    .end();
        }
    }
}
