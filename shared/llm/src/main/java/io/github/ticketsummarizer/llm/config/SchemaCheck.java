package io.github.ticketsummarizer.llm.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.Locale;

/** Checks documents against JSON Schema (2020-12). */
final class SchemaCheck {
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));

    /**
     * Notes on the document what the schema finds wrong with it.
     *
     * @param schemaName the base that relative names in the schema are resolved against; nothing is fetched
     */
    void check(YamlDocument document, String schemaName, JsonNode schema) {
        Schema compiled = schemas.getSchema(SchemaLocation.of("resource:/" + schemaName), schema);
        for (Error error : compiled.validate(document.root())) {
            document.mistake(pointer(error), reason(error, ruleOf(error, schema)));
        }
    }

    /** Where it is; of a property that the schema does not know, the property itself. */
    private static String pointer(Error error) {
        String pointer = error.getInstanceLocation().toString();
        return "additionalProperties".equals(error.getKeyword()) ? pointer + "/" + error.getProperty() : pointer;
    }

    /** The part of the schema whose keyword is not kept. */
    private static JsonNode ruleOf(Error error, JsonNode schema) {
        JsonPointer keyword =
                JsonPointer.compile(error.getSchemaLocation().getFragment().toString());
        return schema.at(keyword.head());
    }

    /** What is wrong, in words of the people who edit the files, and what the schema says of the place. */
    private static String reason(Error error, JsonNode rule) {
        String meant = rule.path("description").asText("");
        String why = meant.isEmpty() ? "" : " (%s)".formatted(meant);
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                "there is no such key; there are: %s"
                        .formatted(String.join(", ", (Iterable<String>) rule.path("properties")::fieldNames));
            case "required" -> "the key '%s' is missing".formatted(error.getProperty());
            case "pattern" -> {
                String written = error.getInstanceNode().asText();
                yield (written.isBlank() ? "is empty" : "'%s' is not written as it must be".formatted(written)) + why;
            }
            default -> error.getMessage() + why;
        };
    }
}
