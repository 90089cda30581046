package io.github.ticketsummarizer.llm.config;

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
            document.mistake(pointer(error), error.getMessage());
        }
    }

    /** Where it is; of a property that the schema does not know, the property itself. */
    private static String pointer(Error error) {
        String pointer = error.getInstanceLocation().toString();
        return "additionalProperties".equals(error.getKeyword()) ? pointer + "/" + error.getProperty() : pointer;
    }
}
