package io.github.ticketsummarizer.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON Schema in the subset that the strict modes of OpenAI, Azure, Anthropic and Gemini share: every property is
 * required, what may be absent is a union with null, nothing additional is allowed, and there is no limit of length,
 * range or pattern.
 */
final class SchemaNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SchemaNodes() {}

    /** @param properties in the order in which the model is to write them */
    static ObjectNode object(Map<String, JsonNode> properties) {
        ObjectNode schema = typed("object");
        ObjectNode members = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        properties.forEach((name, property) -> {
            members.set(name, property);
            required.add(name);
        });
        return schema.put("additionalProperties", false);
    }

    static ObjectNode list(JsonNode items) {
        ObjectNode schema = typed("array");
        schema.set("items", items);
        return schema;
    }

    static ObjectNode text(String description) {
        return typed("string").put("description", description);
    }

    static ObjectNode number(String description) {
        return typed("integer").put("description", description);
    }

    static ObjectNode textOrNull(String description) {
        ObjectNode schema = NODES.objectNode();
        schema.putArray("type").add("string").add("null");
        return schema.put("description", description);
    }

    static ObjectNode choice(List<String> names) {
        ObjectNode schema = typed("string");
        names.forEach(schema.putArray("enum")::add);
        return schema;
    }

    /** Null is both a type and one of the enum, as JSON Schema needs it. */
    static ObjectNode choiceOrNull(List<String> names) {
        ObjectNode schema = NODES.objectNode();
        schema.putArray("type").add("string").add("null");
        ArrayNode values = schema.putArray("enum");
        names.forEach(values::add);
        values.addNull();
        return schema;
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }
}
