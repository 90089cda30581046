package io.github.ticketsummarizer.telemetry.span;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.telemetry.attribute.OpenInference;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What one span tells besides what all of its trace tell. Not for use by several threads. */
public final class SpanDetails {
    private final AttributesBuilder attributes = Attributes.builder();
    private final Function<Collection<String>, SpanContent> contents;
    private final ObjectMapper mapper;
    private SpanContent content;

    /** @param contents lets text through, without the people that it is given */
    SpanDetails(Function<Collection<String>, SpanContent> contents, ObjectMapper mapper) {
        this.contents = contents;
        this.mapper = mapper;
        this.content = contents.apply(List.of());
    }

    /** Names the people that must not be told of in what is added from now on. */
    public SpanDetails naming(Collection<String> people) {
        content = contents.apply(people);
        return this;
    }

    /** Adds a fact that holds no text of a ticket. */
    public <T> SpanDetails put(AttributeKey<T> key, T value) {
        attributes.put(key, value);
        return this;
    }

    /** Adds a value as JSON; text of a ticket may be in it. */
    public SpanDetails json(AttributeKey<String> key, Object value) {
        content.put(attributes, key, json(value));
        return this;
    }

    /** What the work began with, as JSON. */
    public SpanDetails input(Object value) {
        return put(OpenInference.INPUT_MIME_TYPE, OpenInference.JSON).json(OpenInference.INPUT_VALUE, value);
    }

    /** What came of it, as JSON. */
    public SpanDetails output(Object value) {
        return put(OpenInference.OUTPUT_MIME_TYPE, OpenInference.JSON).json(OpenInference.OUTPUT_VALUE, value);
    }

    /** All of it. */
    public Attributes attributes() {
        return attributes.build();
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a %s cannot be written as JSON".formatted(value.getClass().getSimpleName()), e);
        }
    }
}
