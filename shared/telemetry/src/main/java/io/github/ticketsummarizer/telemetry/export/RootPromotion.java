package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.function.UnaryOperator;

/**
 * Gives a ticket's root, and the spans of its stages, the ids that were chosen for them before any span below them
 * existed. OpenTelemetry lets nobody choose a span's id, so such a span is started as a child of the context that the
 * spans below it have as their parent, and marked; on its way out it takes its parent's place.
 */
public final class RootPromotion implements UnaryOperator<SpanData> {
    /** Set on the builder of a span that stands for its parent. */
    public static final AttributeKey<Boolean> MARKER = AttributeKey.booleanKey("ticket_summarizer.promote_to_parent");

    /**
     * Set beside the marker: the id of the span that is the promoted one's parent, as the number that it is, since {@code
     * OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT} cuts texts. Without it that is a root.
     */
    public static final AttributeKey<Long> PARENT = AttributeKey.longKey("ticket_summarizer.parent_span_id");

    @Override
    public SpanData apply(SpanData span) {
        if (!Boolean.TRUE.equals(span.getAttributes().get(MARKER))) {
            return span;
        }
        return new PromotedSpan(span);
    }

    private static final class PromotedSpan extends EditedSpan {
        private final SpanContext context;
        private final SpanContext parent;
        private final Attributes attributes;

        PromotedSpan(SpanData span) {
            super(span);
            this.context = promoted(span.getSpanContext(), span.getParentSpanContext());
            this.parent = newParent(span);
            this.attributes = span.getAttributes().toBuilder()
                    .remove(MARKER)
                    .remove(PARENT)
                    .build();
        }

        private static SpanContext promoted(SpanContext span, SpanContext parent) {
            return parent.isValid()
                    ? SpanContext.create(
                            span.getTraceId(), parent.getSpanId(), span.getTraceFlags(), span.getTraceState())
                    : span;
        }

        private static SpanContext newParent(SpanData span) {
            Long parentId = span.getAttributes().get(PARENT);
            SpanContext before = span.getParentSpanContext();
            return parentId == null
                    ? SpanContext.getInvalid()
                    : SpanContext.createFromRemoteParent(
                            span.getTraceId(),
                            SpanId.fromLong(parentId),
                            before.getTraceFlags(),
                            before.getTraceState());
        }

        @Override
        public SpanContext getSpanContext() {
            return context;
        }

        @Override
        public SpanContext getParentSpanContext() {
            return parent;
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }
    }
}
