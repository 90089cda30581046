package io.github.ticketsummarizer.llm.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerSchemasTest {
    /** What OpenAI's, Azure's, Anthropic's and Gemini's strict modes all take. */
    private static final Set<String> COMMON_KEYWORDS =
            Set.of("type", "properties", "required", "additionalProperties", "items", "enum", "description");

    private static final int MAX_DEPTH = 5;
    private static final AnalysisConfig CONFIG = ConfigFiles.bundled().load();

    private final AnswerSchemas schemas = new AnswerSchemas(CONFIG);

    @ParameterizedTest
    @EnumSource(LlmTask.class)
    void everySchemaKeepsToTheCommonSubset(LlmTask task) {
        assertThat(schemas.of(task).name()).matches("[a-z_]{1,64}");
        assertStrict(schemas.of(task).schema(), 1);
    }

    @Test
    void theNamesOfTheTaxonomyAndTheGuideAreEnums() {
        JsonNode pod = schemas.of(LlmTask.CATEGORIZATION).schema().at("/properties/primary_pod/enum");
        JsonNode gap = schemas.of(LlmTask.DIAGNOSTICS)
                .schema()
                .at("/properties/could_diagnostics_help/properties/fix_gap_area/enum");

        assertThat(texts(pod)).isEqualTo(CONFIG.taxonomy().names());
        assertThat(texts(gap)).contains("css_selector", "other_fix_gap");
        assertThat(gap.get(gap.size() - 1).isNull()).isTrue();
    }

    private static void assertStrict(JsonNode schema, int depth) {
        assertThat(depth).isLessThanOrEqualTo(MAX_DEPTH);
        assertThat(schema.fieldNames()).toIterable().isSubsetOf(COMMON_KEYWORDS);
        if (schema.path("type").asText().equals("object")) {
            assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
            assertThat(texts(schema.get("required")))
                    .containsExactlyElementsOf(() -> schema.get("properties").fieldNames());
            schema.get("properties").forEach(property -> assertStrict(property, depth + 1));
        }
        if (schema.has("items")) {
            assertStrict(schema.get("items"), depth + 1);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
