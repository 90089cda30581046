package io.github.ticketsummarizer.llm.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * The shape of an answer, in the subset of JSON Schema that every provider's strict mode takes: all properties required,
 * null unions for what may be absent, no additional properties, enums, no length or range.
 *
 * @param name letters, digits and underscores, at most 64, as OpenAI asks of {@code json_schema.name}
 */
public record AnswerSchema(String name, JsonNode schema) {
    public AnswerSchema {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
    }
}
