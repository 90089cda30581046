package io.github.ticketsummarizer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.ticketsummarizer.llm.InvalidAnswerException;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.answer.CategorizationReader;
import io.github.ticketsummarizer.llm.answer.DiagnosticsReader;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.model.Attachment;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers that are right but for one field, which says what a hostile sample says, whichever of its texts. Either the answer
 * is refused, or what comes out is of the taxonomy and the guide all the same.
 */
class HostileAnswerTest {
    private static final AnalysisConfig CONFIG = ConfigFiles.bundled().load();
    private static final KnownValues KNOWN = new KnownValues(CONFIG);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of a thread of thousands of comments that differ in nothing but their number, some are enough. */
    private static final int TEXTS = 50;

    private static final String CATEGORIZATION = """
            {"reasoning": "r", "primary_pod": "WFE", "alternative_pods": ["Hub"], "alternative_reasoning": "a",
             "confidence_reason": "c", "confidence": "confident",
             "metadata": {"keywords_matched": [], "decision_factors": []}}""";
    private static final String DIAGNOSTICS = """
            {"was_diagnostics_used": {"reasoning": "r", "llm_assessment": "no", "confidence": "confident"},
             "could_diagnostics_help": {"triage_reasoning": "t", "triage_assessment": "maybe",
               "triage_gap_area": "latching", "triage_gap_description": null, "fix_reasoning": "f",
               "fix_assessment": "no", "fix_gap_area": "css_selector", "fix_gap_description": null,
               "overall_reasoning": "o", "confidence": "confident",
               "diagnostics_capability_matched": ["element_not_found"], "limitation_notes": null},
             "metadata": {"ticket_type": "troubleshooting"}}""";

    private static Map<String, List<String>> texts;

    @BeforeAll
    static void read() throws Exception {
        texts = HostileTickets.everyFile().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> texts(entry.getValue())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/primary_pod", "/alternative_pods", "/confidence"})
    void noCategoryOutsideTheTaxonomySurvives(String field) {
        CategorizationReader reader = new CategorizationReader(CONFIG.taxonomy());

        assertThatEveryTextIs(field, CATEGORIZATION, said -> {
            try {
                return KNOWN.hold(reader.read(said));
            } catch (InvalidAnswerException refused) {
                return quotesNothing(refused);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/was_diagnostics_used/llm_assessment",
                "/was_diagnostics_used/confidence",
                "/could_diagnostics_help/triage_assessment",
                "/could_diagnostics_help/triage_gap_area",
                "/could_diagnostics_help/fix_assessment",
                "/could_diagnostics_help/fix_gap_area",
                "/could_diagnostics_help/confidence",
                "/could_diagnostics_help/diagnostics_capability_matched",
                "/metadata/ticket_type"
            })
    void noJudgementOutsideTheGuideSurvives(String field) {
        DiagnosticsReader reader = new DiagnosticsReader(CONFIG.guide());

        assertThatEveryTextIs(field, DIAGNOSTICS, said -> {
            try {
                return KNOWN.hold(reader.read(said, CustomFields.NONE));
            } catch (InvalidAnswerException refused) {
                return quotesNothing(refused);
            }
        });
    }

    private static void assertThatEveryTextIs(String field, String answer, Function<LlmAnswer, Boolean> isHarmless) {
        assertThat(isHarmless.apply(saying(answer, field, null))).isTrue();
        texts.forEach((ticketId, said) -> assertThat(said)
                .as("texts of %s as %s", ticketId, field)
                .isNotEmpty()
                .allMatch(text -> isHarmless.apply(saying(answer, field, text))));
    }

    /** The problems go into a second call and into messages; the answer is kept apart from them. */
    private static boolean quotesNothing(InvalidAnswerException refused) {
        return !refused.failure().message().contains(HostileTickets.MARKER)
                && !refused.repair().problems().contains(HostileTickets.MARKER);
    }

    private static LlmAnswer saying(String answer, String field, @Nullable String text) {
        ObjectNode content = (ObjectNode) read(answer);
        int name = field.lastIndexOf('/') + 1;
        ObjectNode parent = (ObjectNode) content.at(field.substring(0, name - 1));
        if (text != null && parent.get(field.substring(name)) instanceof ArrayNode list) {
            list.add(text);
        } else if (text != null) {
            parent.set(field.substring(name), TextNode.valueOf(text));
        }
        return LlmAnswer.withoutProvider(content, "m", Duration.ZERO);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(Ticket ticket) {
        Stream<String> header = Stream.of(
                ticket.header().subject(),
                ticket.header().description(),
                ticket.header().customFields().supportRootCause());
        return Stream.concat(header, ticket.comments().stream().flatMap(HostileAnswerTest::texts))
                .filter(Objects::nonNull)
                .distinct()
                .limit(TEXTS)
                .toList();
    }

    private static Stream<String> texts(Comment comment) {
        return Stream.concat(
                Stream.of(comment.body(), comment.authorName()),
                comment.attachments().stream().map(Attachment::fileName));
    }
}
