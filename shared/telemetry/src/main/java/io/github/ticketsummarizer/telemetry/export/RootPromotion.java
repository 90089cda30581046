package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.function.UnaryOperator;

/**
 * Gives a ticket's root the id that was chosen for it before any of its spans existed. OpenTelemetry lets nobody choose a
 * span's id, so the root is started as a child of the context that all spans of the ticket have as their parent, and
 * marked; on its way out it takes its parent's place.
 */
public final class RootPromotion implements UnaryOperator<SpanData> {
    /** Set on the builder of a span that stands for its parent. */
    public static final AttributeKey<Boolean> MARKER = AttributeKey.booleanKey("ticket_summarizer.promote_to_parent");

    @Override
    public SpanData apply(SpanData span) {
        if (!Boolean.TRUE.equals(span.getAttributes().get(MARKER))) {
            return span;
        }
        return new PromotedSpan(span);
    }

    private static final class PromotedSpan extends EditedSpan {
        private final SpanContext context;
        private final Attributes attributes;

        PromotedSpan(SpanData span) {
            super(span);
            this.context = promoted(span.getSpanContext(), span.getParentSpanContext());
            this.attributes = span.getAttributes().toBuilder().remove(MARKER).build();
        }

        private static SpanContext promoted(SpanContext span, SpanContext parent) {
            return parent.isValid()
                    ? SpanContext.create(
                            span.getTraceId(), parent.getSpanId(), span.getTraceFlags(), span.getTraceState())
                    : span;
        }

        @Override
        public SpanContext getSpanContext() {
            return context;
        }

        @Override
        public SpanContext getParentSpanContext() {
            return SpanContext.getInvalid();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }
    }
}
