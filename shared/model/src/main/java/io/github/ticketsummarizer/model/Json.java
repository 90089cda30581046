package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The JSON of the records: {@code snake_case}, ISO-8601 times in UTC, nulls left out. Unknown fields are ignored; a
 * component that is not {@code @Nullable} must be there, and the exception names it when it is not.
 */
public final class Json {
    private final ObjectMapper mapper;

    /** The mapper is thread-safe; one per process is enough. */
    public Json() {
        this.mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addDeserializer(String.class, new CleanTextDeserializer()))
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .annotationIntrospector(AnnotationIntrospectorPair.pair(
                        new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()))
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .build();
    }

    /** The mapper itself, for trees and for types that are not records of a topic. */
    public ObjectMapper mapper() {
        return mapper;
    }

    /** UTF-8 JSON of a value. */
    public byte[] write(Object value) throws JsonProcessingException {
        return mapper.writeValueAsBytes(value);
    }
}
