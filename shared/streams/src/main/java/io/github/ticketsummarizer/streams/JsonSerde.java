package io.github.ticketsummarizer.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Records as JSON. A value that is not the record asked for is a {@link SerializationException} without its text. */
public final class JsonSerde<T> implements Serde<T> {
    private final Json json;
    private final ObjectReader reader;
    private final String typeName;

    /** The serde of one record type. */
    public JsonSerde(Json json, Class<T> type) {
        this.json = json;
        this.reader = json.mapper().readerFor(type);
        this.typeName = type.getSimpleName();
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> {
            try {
                return value == null ? null : json.write(value);
            } catch (JsonProcessingException e) {
                throw new SerializationException("cannot write a %s as JSON".formatted(typeName), e);
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> {
            try {
                return bytes == null ? null : read(bytes);
            } catch (IOException e) {
                // Jackson's message quotes the input, and that is ticket text.
                throw new SerializationException("the value is not a %s (%s)"
                        .formatted(typeName, e.getClass().getSimpleName()));
            }
        };
    }

    private T read(byte[] bytes) throws IOException {
        T value = reader.readValue(bytes);
        if (value == null) {
            throw new SerializationException("the value is not a %s: it is null".formatted(typeName));
        }
        return value;
    }
}
