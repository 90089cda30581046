package io.github.ticketsummarizer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One record of each type as version 1 wrote it, every field set. These files never change; a new version adds its own. */
class GoldenRecordsTest {
    /** What a record may lack, as {@code parent.field}; every other field of the files is required. */
    private static final Set<String> OPTIONAL = Set.of(
            "request.serial_no",
            "request.run_id",
            "header.created_at",
            "header.updated_at",
            "ticket.created_at",
            "ticket.updated_at",
            "custom_fields.raw",
            "escalation.jira_ticket_url",
            "escalation.jira_ticket_id",
            "comments.author_id",
            "comments.author_name",
            "comments.created_at",
            "comments.attachments",
            "calls.request_id",
            "calls.input_tokens",
            "calls.cached_input_tokens",
            "calls.output_tokens",
            "calls.reasoning_tokens",
            "calls.cost_usd",
            "categorization.alternative_reasoning",
            "could_diagnostics_help.triage_gap_area",
            "could_diagnostics_help.triage_gap_description",
            "could_diagnostics_help.fix_gap_area",
            "could_diagnostics_help.fix_gap_description",
            "could_diagnostics_help.limitation_notes",
            "stage-event.run_id",
            "stage-event.request",
            "ticket-failure.run_id",
            "ticket-failure.request",
            "ticket-failure.ticket",
            "ticket-failure.raw_input",
            "ticket-failure.raw_answer",
            "ticket-failure.calls",
            "ticket-failure.timings",
            "ticket-report.ticket",
            "ticket-report.synthesis",
            "ticket-report.categorization",
            "ticket-report.diagnostics_analysis",
            "ticket-report.taxonomy_version",
            "ticket-report.guide_version",
            "ticket-report.trace_id",
            "run.csv_path",
            "synthesized-ticket.people",
            "run-summary.run",
            "totals.calls",
            "totals.unpriced_calls",
            "totals.flagged",
            "synthesized-ticket.condensed_comments",
            "synthesized-ticket.warnings",
            "pod-result.warnings",
            "diagnostics-result.warnings",
            "ticket-report.condensed_comments",
            "ticket-report.warnings");

    /** Fields whose own fields are data: counts by name, values as they came. */
    private static final Set<String> MAPS = Set.of(
            "raw", "pod_distribution", "categorization_confidence", "was_used", "could_help", "diagnostics_confidence");

    /** One for all cases, since a new one looks through all types anew. */
    private static final ObjectMapper MAPPER = new Json().mapper();

    enum Golden {
        RAW_TICKET("raw-ticket", RawTicket.class),
        SYNTHESIZED_TICKET("synthesized-ticket", SynthesizedTicket.class),
        POD_RESULT("pod-result", PodResult.class),
        DIAGNOSTICS_RESULT("diagnostics-result", DiagnosticsResult.class),
        STAGE_EVENT("stage-event", StageEvent.class),
        TICKET_FAILURE("ticket-failure", TicketFailure.class),
        TICKET_REPORT("ticket-report", TicketReport.class),
        RUN("run", Run.class),
        RUN_SUMMARY("run-summary", RunSummary.class);

        private final String name;
        private final Class<?> type;

        Golden(String name, Class<?> type) {
            this.name = name;
            this.type = type;
        }

        ObjectNode tree(ObjectMapper mapper) {
            try (InputStream json = GoldenRecordsTest.class.getResourceAsStream("/golden/v1/" + name + ".json")) {
                return (ObjectNode) mapper.readTree(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A field of a golden record.
     *
     * @param object the JSON pointer of the object that has the field
     */
    record Field(Golden golden, String object, String name) {
        private boolean isOptional() {
            String parent = object.replaceFirst("/0$", "");
            String parentName = parent.isEmpty() ? golden.name : parent.substring(parent.lastIndexOf('/') + 1);
            return OPTIONAL.contains(parentName + "." + name);
        }

        private ObjectNode treeWithout(ObjectMapper mapper) {
            ObjectNode tree = golden.tree(mapper);
            ((ObjectNode) tree.at(object)).remove(name);
            return tree;
        }

        private ObjectNode treeWithNull(ObjectMapper mapper) {
            ObjectNode tree = golden.tree(mapper);
            ((ObjectNode) tree.at(object)).putNull(name);
            return tree;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldSurvivesReadingAndWriting(Golden golden) throws IOException {
        JsonNode tree = golden.tree(MAPPER);

        Object read = MAPPER.treeToValue(tree, golden.type);

        assertThat(MAPPER.readTree(MAPPER.writeValueAsBytes(read))).isEqualTo(tree);
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldOfTheTypeIsInItsGoldenRecord(Golden golden) {
        List<String> components = Arrays.stream(golden.type.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();

        assertThat(golden.tree(MAPPER).fieldNames()).toIterable().containsExactlyElementsOf(components);
    }

    @ParameterizedTest
    @EnumSource
    void unknownFieldsAreIgnored(Golden golden) throws IOException {
        ObjectNode tree = golden.tree(MAPPER);
        Object known = MAPPER.treeToValue(tree, golden.type);
        tree.putObject("field_of_a_later_version").put("depth", 1);

        Object read = MAPPER.treeToValue(tree, golden.type);

        assertThat(read).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void requiredFieldThatIsMissingIsNamed(Field field) {
        assertThatThrownBy(() -> MAPPER.treeToValue(field.treeWithout(MAPPER), field.golden.type))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("'%s'", field.name);
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void requiredFieldThatIsNullIsNamed(Field field) {
        assertThatThrownBy(() -> MAPPER.treeToValue(field.treeWithNull(MAPPER), field.golden.type))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("\"%s\"", field.name);
    }

    @ParameterizedTest
    @MethodSource("optionalFields")
    void optionalFieldMayBeMissing(Field field) {
        assertThatCode(() -> MAPPER.treeToValue(field.treeWithout(MAPPER), field.golden.type))
                .doesNotThrowAnyException();
    }

    static Stream<Field> requiredFields() {
        return fields().filter(field -> !field.isOptional());
    }

    static Stream<Field> optionalFields() {
        return fields().filter(Field::isOptional);
    }

    private static Stream<Field> fields() {
        return Arrays.stream(Golden.values()).flatMap(golden -> fieldsOf(golden, "", golden.tree(MAPPER)));
    }

    /** Every field, depth first; the first element stands for all of an array. */
    private static Stream<Field> fieldsOf(Golden golden, String at, JsonNode node) {
        if (node.isArray()) {
            return node.isEmpty() ? Stream.of() : fieldsOf(golden, at + "/0", node.get(0));
        }
        return node.properties().stream().flatMap(property -> {
            String name = property.getKey();
            Stream<Field> inner =
                    MAPS.contains(name) ? Stream.of() : fieldsOf(golden, at + "/" + name, property.getValue());
            return Stream.concat(Stream.of(new Field(golden, at, name)), inner);
        });
    }
}
