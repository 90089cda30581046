package io.github.ticketsummarizer.fakes.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A span as a receiver gets it.
 *
 * @param parentSpanId empty for a root
 * @param kind as the protocol names it, {@code INTERNAL} for example
 * @param attributes values are {@link String}, {@link Long}, {@link Double}, {@link Boolean}, or a list of such
 * @param status {@code UNSET}, {@code OK} or {@code ERROR}
 * @param resource attributes of what sent it
 */
public record ReceivedSpan(
        String traceId,
        String spanId,
        String parentSpanId,
        String name,
        String kind,
        Instant start,
        Instant end,
        Map<String, Object> attributes,
        List<Event> events,
        List<Link> links,
        String status,
        String statusMessage,
        Map<String, Object> resource,
        String scope) {

    /** Something that happened during a span. */
    public record Event(String name, Instant at, Map<String, Object> attributes) {}

    /** A span of another trace. */
    public record Link(String traceId, String spanId, Map<String, Object> attributes) {}

    /** Whether nothing stands above it. */
    public boolean isRoot() {
        return parentSpanId.isEmpty();
    }

    /** An attribute; null where there is none. */
    public @Nullable Object attribute(String key) {
        return attributes.get(key);
    }

    /** An attribute as text; null where there is none. */
    public @Nullable String text(String key) {
        Object value = attributes.get(key);
        return value == null ? null : value.toString();
    }

    /** The first of these attributes that is there, as text; null where none is. */
    @Nullable
    String firstText(List<String> keys) {
        return keys.stream()
                .map(this::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** All spans of a request, in its order. */
    static List<ReceivedSpan> of(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream().flatMap(ReceivedSpan::of).toList();
    }

    private static Stream<ReceivedSpan> of(ResourceSpans resourceSpans) {
        Resource resource = resourceSpans.getResource();
        return resourceSpans.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream().map(span -> of(span, scope, resource)));
    }

    private static ReceivedSpan of(Span span, ScopeSpans scope, Resource resource) {
        return new ReceivedSpan(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getName(),
                span.getKind().name().replace("SPAN_KIND_", ""),
                instant(span.getStartTimeUnixNano()),
                instant(span.getEndTimeUnixNano()),
                attributes(span.getAttributesList()),
                span.getEventsList().stream()
                        .map(event -> new Event(
                                event.getName(),
                                instant(event.getTimeUnixNano()),
                                attributes(event.getAttributesList())))
                        .toList(),
                span.getLinksList().stream()
                        .map(link -> new Link(
                                hex(link.getTraceId()), hex(link.getSpanId()), attributes(link.getAttributesList())))
                        .toList(),
                span.getStatus().getCode().name().replace("STATUS_CODE_", ""),
                span.getStatus().getMessage(),
                attributes(resource.getAttributesList()),
                scope.getScope().getName());
    }

    private static Map<String, Object> attributes(List<KeyValue> list) {
        Map<String, Object> attributes = new TreeMap<>();
        list.forEach(attribute -> attributes.put(attribute.getKey(), value(attribute.getValue())));
        return attributes;
    }

    private static Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(ReceivedSpan::value)
                        .toList();
            case KVLIST_VALUE -> attributes(value.getKvlistValue().getValuesList());
            case BYTES_VALUE -> hex(value.getBytesValue());
            default -> value.getStringValue();
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L);
    }
}
