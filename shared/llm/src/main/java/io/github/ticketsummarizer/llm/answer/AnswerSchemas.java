package io.github.ticketsummarizer.llm.answer;

import static io.github.ticketsummarizer.llm.answer.SchemaNodes.choice;
import static io.github.ticketsummarizer.llm.answer.SchemaNodes.choiceOrNull;
import static io.github.ticketsummarizer.llm.answer.SchemaNodes.list;
import static io.github.ticketsummarizer.llm.answer.SchemaNodes.number;
import static io.github.ticketsummarizer.llm.answer.SchemaNodes.object;
import static io.github.ticketsummarizer.llm.answer.SchemaNodes.text;
import static io.github.ticketsummarizer.llm.answer.SchemaNodes.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.chat.AnswerSchema;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.Capability;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide.GapArea;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.TicketType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What each task's answer must look like, with the names of the taxonomy and the guide as enums. Reasons come before what
 * they decide, since a model writes from left to right. What a schema cannot say, the readers of this package check.
 */
public final class AnswerSchemas {
    private static final JsonNode CONFIDENCE = choice(names(Confidence.values(), Confidence::wireName));
    private static final JsonNode ASSESSMENT = choice(names(Assessment.values(), Assessment::wireName));

    private final Map<LlmTask, AnswerSchema> schemas;

    public AnswerSchemas(AnalysisConfig config) {
        this.schemas = Map.of(
                LlmTask.SYNTHESIS, new AnswerSchema("ticket_synthesis", synthesis()),
                LlmTask.CATEGORIZATION,
                        new AnswerSchema(
                                "ticket_categorization",
                                categorization(config.taxonomy().names())),
                LlmTask.DIAGNOSTICS, new AnswerSchema("ticket_diagnostics", diagnostics(config)),
                LlmTask.CONDENSATION, new AnswerSchema("ticket_condensation", condensation()));
    }

    /** The schema of a task's answer. */
    public AnswerSchema of(LlmTask task) {
        AnswerSchema schema = schemas.get(task);
        if (schema == null) {
            throw new IllegalArgumentException("no schema for " + task);
        }
        return schema;
    }

    private static JsonNode synthesis() {
        Map<String, JsonNode> quote = new LinkedHashMap<>();
        quote.put("comment_number", number("The number of the comment that the quote stands in, from 1."));
        quote.put("quote", text("Words copied exactly from that comment."));
        Map<String, JsonNode> answer = new LinkedHashMap<>();
        answer.put("evidence", list(object(quote)));
        answer.put("issue_reported", text("One line: what the customer reported, or the actual issue found."));
        answer.put("root_cause", text("One line, technical: the cause that the thread establishes."));
        answer.put("summary", text("Three or four sentences: essence, key steps, turning point, how it ended."));
        answer.put("resolution", text("One line: what actually fixed it, or that nothing did."));
        return object(answer);
    }

    private static JsonNode condensation() {
        Map<String, JsonNode> note = new LinkedHashMap<>();
        note.put("comment_number", number("The number of the comment that the note is on."));
        note.put("note", text("One or two sentences: what this comment adds."));
        note.put("quote", textOrNull("Words copied exactly from that comment; null when none matter."));
        return object(Map.of("notes", list(object(note))));
    }

    private static JsonNode categorization(List<String> pods) {
        Map<String, JsonNode> metadata = new LinkedHashMap<>();
        metadata.put("keywords_matched", list(text("A word or phrase of the ticket.")));
        metadata.put("decision_factors", list(text("A short reason.")));
        Map<String, JsonNode> answer = new LinkedHashMap<>();
        answer.put("reasoning", text("Two or three sentences: why this POD rather than its nearest neighbour."));
        answer.put("primary_pod", choice(pods));
        answer.put("alternative_pods", list(choice(pods)));
        answer.put("alternative_reasoning", textOrNull("When an alternative would be right; null without one."));
        answer.put("confidence_reason", text("What makes it sure, or what is missing."));
        answer.put("confidence", CONFIDENCE);
        answer.put("metadata", object(metadata));
        return object(answer);
    }

    private static JsonNode diagnostics(AnalysisConfig config) {
        Map<String, JsonNode> used = new LinkedHashMap<>();
        used.put("reasoning", text("What the ticket says about use, with the number of the comment."));
        used.put("llm_assessment", choice(names(DiagnosticsUse.values(), DiagnosticsUse::wireName)));
        used.put("confidence", CONFIDENCE);
        Map<String, JsonNode> answer = new LinkedHashMap<>();
        answer.put("was_diagnostics_used", object(used));
        answer.put("could_diagnostics_help", couldHelp(config));
        answer.put("metadata", object(Map.of("ticket_type", choice(names(TicketType.values(), TicketType::wireName)))));
        return object(answer);
    }

    private static JsonNode couldHelp(AnalysisConfig config) {
        Map<String, JsonNode> help = new LinkedHashMap<>();
        addAssessment(help, "triage", config.guide().triageGapAreas());
        addAssessment(help, "fix", config.guide().fixGapAreas());
        help.put("overall_reasoning", text("One sentence on both."));
        help.put("confidence", CONFIDENCE);
        help.put(
                "diagnostics_capability_matched",
                list(choice(config.guide().capabilities().stream()
                        .map(Capability::id)
                        .toList())));
        help.put("limitation_notes", textOrNull("What limits the answer; null when nothing does."));
        return object(help);
    }

    private static void addAssessment(Map<String, JsonNode> help, String part, List<GapArea> areas) {
        help.put(part + "_reasoning", text("Why, in one or two sentences."));
        help.put(part + "_assessment", ASSESSMENT);
        help.put(
                part + "_gap_area", choiceOrNull(areas.stream().map(GapArea::id).toList()));
        help.put(
                part + "_gap_description",
                textOrNull("Required for an 'other' area; null when the assessment is yes."));
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}
