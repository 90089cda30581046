package io.github.ticketsummarizer.telemetry.span;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.telemetry.TraceContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Spans as JSON, for a store that keeps them until they are sent. A number with a fraction is told from one without. */
public final class SpanJson {
    private static final String NAME = "name";
    private static final String AT = "at";
    private static final String ATTRIBUTES = "attributes";
    private static final String ERROR = "error";

    private SpanJson() {}

    /** The span as JSON. */
    public static JsonNode write(FinishedSpan span) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put(NAME, span.name())
                .put("kind", span.kind().name())
                .put("self", span.self().traceparent())
                .put("parent_span_id", span.parentSpanId())
                .put("start", span.start().toString())
                .put("end", span.end().toString());
        json.set(ATTRIBUTES, attributes(span.attributes()));
        ArrayNode events = json.putArray("events");
        span.events()
                .forEach(event -> events.addObject()
                        .put(NAME, event.name())
                        .put(AT, event.at().toString())
                        .set(ATTRIBUTES, attributes(event.attributes())));
        ArrayNode links = json.putArray("links");
        span.links().forEach(link -> links.add(link.traceparent()));
        SpanError error = span.error();
        if (error != null) {
            json.putObject(ERROR)
                    .put("type", error.type())
                    .put("message", error.message())
                    .put("retryable", error.retryable());
        }
        return json;
    }

    /**
     * Reads a span back.
     *
     * @throws RuntimeException when it is not one that {@link #write} made
     */
    public static FinishedSpan read(JsonNode json) {
        JsonNode error = json.get(ERROR);
        return new FinishedSpan(
                json.required(NAME).textValue(),
                SpanKind.valueOf(json.required("kind").textValue()),
                context(json.required("self")),
                json.path("parent_span_id").textValue(),
                instant(json.required("start")),
                instant(json.required("end")),
                attributes(json.required(ATTRIBUTES)),
                events(json.required("events")),
                stream(json.required("links")).map(SpanJson::context).toList(),
                error == null
                        ? null
                        : new SpanError(
                                error.required("type").textValue(),
                                error.required("message").textValue(),
                                error.required("retryable").booleanValue()));
    }

    private static List<SpanEvent> events(JsonNode json) {
        return stream(json)
                .map(event -> new SpanEvent(
                        event.required(NAME).textValue(),
                        instant(event.required(AT)),
                        attributes(event.required(ATTRIBUTES))))
                .toList();
    }

    private static ObjectNode attributes(Attributes attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        attributes.forEach((key, value) -> {
            switch (value) {
                case Long number -> json.put(key.getKey(), number);
                case Double number -> json.put(key.getKey(), number);
                case Boolean flag -> json.put(key.getKey(), flag);
                case List<?> list -> {
                    ArrayNode array = json.putArray(key.getKey());
                    list.forEach(item -> array.add(item.toString()));
                }
                default -> json.put(key.getKey(), value.toString());
            }
        });
        return json;
    }

    private static Attributes attributes(JsonNode json) {
        AttributesBuilder attributes = Attributes.builder();
        json.properties().forEach(property -> put(attributes, property.getKey(), property.getValue()));
        return attributes.build();
    }

    private static void put(AttributesBuilder attributes, String key, JsonNode value) {
        switch (value.getNodeType()) {
            case BOOLEAN -> attributes.put(key, value.booleanValue());
            case ARRAY -> {
                List<String> texts = new ArrayList<>();
                value.forEach(item -> texts.add(item.textValue()));
                attributes.put(AttributeKey.stringArrayKey(key), texts);
            }
            case NUMBER -> {
                if (value.isIntegralNumber()) {
                    attributes.put(key, value.longValue());
                } else {
                    attributes.put(key, value.doubleValue());
                }
            }
            default -> attributes.put(key, value.asText());
        }
    }

    private static TraceContext context(JsonNode traceparent) {
        return TraceContext.parse(traceparent.textValue()).orElseThrow();
    }

    private static Instant instant(JsonNode text) {
        return Instant.parse(text.textValue());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
