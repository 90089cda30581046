package io.github.ticketsummarizer.fakes.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the providers' strict modes ask of a schema. */
final class SchemaRules {
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "anyOf",
            "$ref",
            "$defs",
            "description",
            "title");

    private SchemaRules() {}

    /** What is wrong, in the words of a message; empty when nothing is. */
    static List<String> mistakes(JsonNode schema) {
        List<String> mistakes = new ArrayList<>();
        if (schema.isMissingNode() || !schema.isObject()) {
            mistakes.add("there is no schema for the answer");
        } else {
            check("schema", schema, mistakes);
        }
        return mistakes;
    }

    private static void check(String place, JsonNode schema, List<String> mistakes) {
        Set<String> unknown = new TreeSet<>(names(schema));
        unknown.removeAll(KEYWORDS);
        if (!unknown.isEmpty()) {
            mistakes.add("%s: %s is not permitted in strict mode".formatted(place, unknown));
        }
        JsonNode properties = schema.path("properties");
        if (properties.isObject()) {
            checkObject(place, schema, mistakes);
        }
        properties
                .properties()
                .forEach(property -> check(place + "." + property.getKey(), property.getValue(), mistakes));
        schema.path("$defs")
                .properties()
                .forEach(each -> check(place + "." + each.getKey(), each.getValue(), mistakes));
        schema.path("anyOf").forEach(each -> check(place + ".anyOf", each, mistakes));
        if (schema.has("items")) {
            check(place + "[]", schema.get("items"), mistakes);
        }
    }

    private static void checkObject(String place, JsonNode schema, List<String> mistakes) {
        if (!schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").asBoolean()) {
            mistakes.add("%s: additionalProperties must be false".formatted(place));
        }
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        if (!required.equals(new TreeSet<>(names(schema.path("properties"))))) {
            mistakes.add("%s: required must list every property".formatted(place));
        }
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
