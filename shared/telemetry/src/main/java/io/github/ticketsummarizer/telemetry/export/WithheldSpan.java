package io.github.ticketsummarizer.telemetry.export;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.function.UnaryOperator;

/** A span that could not be redacted: its place in the trace, its times and its numbers are all that goes out. */
final class WithheldSpan extends EditedSpan {
    /** Says that it is one. */
    static final AttributeKey<Boolean> MARK = AttributeKey.booleanKey("ticket_summarizer.text_withheld");

    private static final String NAME = "[withheld]";

    private final Attributes attributes;

    private WithheldSpan(SpanData span) {
        super(span);
        this.attributes = withoutText(span.getAttributes());
    }

    /** An edit that sends nothing of a span's text where the given one fails, which would stop the queue's thread too. */
    static UnaryOperator<SpanData> whereFails(UnaryOperator<SpanData> edit) {
        return span -> {
            try {
                return edit.apply(span);
            } catch (RuntimeException | StackOverflowError failed) {
                return new WithheldSpan(span);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Attributes withoutText(Attributes attributes) {
        AttributesBuilder kept = Attributes.builder().put(MARK, true);
        attributes.forEach((key, value) -> {
            boolean isText = switch (key.getType()) {
                case STRING, STRING_ARRAY, VALUE -> true;
                case BOOLEAN, LONG, DOUBLE, BOOLEAN_ARRAY, LONG_ARRAY, DOUBLE_ARRAY -> false;
            };
            if (!isText && StorableValues.canHold(value)) {
                kept.put((AttributeKey<Object>) key, value);
            }
        });
        return kept.build();
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }
}
