package io.github.ticketsummarizer.telemetry.export;

import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.github.ticketsummarizer.telemetry.redaction.Redactor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Lets out of a span what the policy allows: in its name, its attributes, its status, its events and its links. What a
 * library of somebody else put there passes here as well.
 */
public final class SpanRedaction implements UnaryOperator<SpanData> {
    private final ContentPolicy policy;
    private final Redactor redactor = new Redactor();
    private final RecentTexts recent = new RecentTexts();

    public SpanRedaction(ContentPolicy policy) {
        this.policy = policy;
    }

    @Override
    public SpanData apply(SpanData span) {
        return new RedactedSpan(span);
    }

    private Attributes redacted(Attributes attributes) {
        AttributesBuilder redacted = Attributes.builder();
        Set<String> marked = RedactedMarks.marked(attributes);
        attributes.forEach((key, value) -> {
            Object storable = RedactedMarks.isMark(key.getKey()) ? null : StorableValues.of(value);
            if (storable != null) {
                put(redacted, key, storable, marked.contains(key.getKey()));
            }
        });
        return redacted.build();
    }

    /** An attribute of any type under its key, whose type says what it is. */
    @SuppressWarnings("unchecked")
    private void put(AttributesBuilder redacted, AttributeKey<?> key, Object value, boolean marked) {
        switch (value) {
            case String text -> {
                String left = marked
                        ? policy.redactedValue(key.getKey(), text)
                        : policy.value(key.getKey(), text, this::redacted);
                if (left != null) {
                    redacted.put(key.getKey(), left);
                }
            }
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                redacted.put((AttributeKey<List<String>>) key, redacted(key.getKey(), (List<String>) list));
            default -> redacted.put((AttributeKey<Object>) key, value);
        }
    }

    private List<String> redacted(String key, List<String> list) {
        return list.stream()
                .map(text -> policy.value(key, text, this::redacted))
                .filter(Objects::nonNull)
                .toList();
    }

    private String redacted(String text) {
        return recent.get(StorableValues.text(text), unread -> policy.text(unread, redactor));
    }

    private StatusData redacted(StatusData status) {
        String description = policy.content() == ContentPolicy.Content.NONE ? "" : redacted(status.getDescription());
        return StatusData.create(status.getStatusCode(), description);
    }

    private EventData redacted(EventData event) {
        return EventData.create(
                event.getEpochNanos(),
                redacted(event.getName()),
                redacted(event.getAttributes()),
                event.getTotalAttributeCount());
    }

    private LinkData redacted(LinkData link) {
        return LinkData.create(link.getSpanContext(), redacted(link.getAttributes()), link.getTotalAttributeCount());
    }

    private static int unstorable(Attributes attributes) {
        return (int) attributes.asMap().values().stream()
                .filter(value -> !StorableValues.canHold(value))
                .count();
    }

    private final class RedactedSpan extends EditedSpan {
        private final String name;
        private final Attributes attributes;
        private final StatusData status;
        private final List<EventData> events;
        private final List<LinkData> links;

        RedactedSpan(SpanData span) {
            super(span, unstorable(span.getAttributes()));
            this.name = redacted(span.getName());
            this.attributes = redacted(span.getAttributes());
            this.status = redacted(span.getStatus());
            this.events =
                    span.getEvents().stream().map(SpanRedaction.this::redacted).toList();
            this.links =
                    span.getLinks().stream().map(SpanRedaction.this::redacted).toList();
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public StatusData getStatus() {
            return status;
        }

        @Override
        public List<EventData> getEvents() {
            return events;
        }

        @Override
        public List<LinkData> getLinks() {
            return links;
        }
    }
}
