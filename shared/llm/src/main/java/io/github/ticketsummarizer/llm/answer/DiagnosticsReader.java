package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.llm.InvalidAnswerException;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.CouldDiagnosticsHelp;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.WasDiagnosticsUsed;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.OverallAssessment;
import io.github.ticketsummarizer.model.TicketType;
import java.util.List;
import java.util.Locale;

/**
 * Reads the answer to {@code diagnostics}. The overall assessment is derived, and the custom field's value is the
 * ticket's, whatever the model said of either.
 */
public final class DiagnosticsReader {
    private static final String CONFIDENCES = "confident, not confident";
    private static final String ASSESSMENTS = "yes, no, maybe";
    private static final String TICKET_TYPES = "troubleshooting, feature_request, technical_request, unclear";

    private final DiagnosticsGuide guide;

    public DiagnosticsReader(DiagnosticsGuide guide) {
        this.guide = guide;
    }

    /**
     * Reads one answer about a ticket with these fields.
     *
     * @throws InvalidAnswerException {@code llm_invalid_answer} when a part is missing or wrong; the message names each
     */
    public DiagnosticsAnalysis read(LlmAnswer answer, CustomFields customFields) throws InvalidAnswerException {
        AnswerFields fields = AnswerFields.of(answer);
        AnswerFields metadata = fields.object("metadata");
        DiagnosticsAnalysis analysis = new DiagnosticsAnalysis(
                wasUsed(fields.object("was_diagnostics_used"), customFields.wasDiagnosticsUsed()),
                couldHelp(fields.object("could_diagnostics_help")),
                new DiagnosticsAnalysis.Metadata(
                        metadata.choice("ticket_type", TicketType.UNCLEAR, TicketType::fromName, TICKET_TYPES)));
        fields.require(LlmTask.DIAGNOSTICS);
        return analysis;
    }

    private static WasDiagnosticsUsed wasUsed(AnswerFields used, String customFieldValue) {
        return new WasDiagnosticsUsed(
                customFieldValue,
                used.choice("llm_assessment", DiagnosticsUse.UNKNOWN, DiagnosticsUse::fromName, "yes, no, unknown"),
                confidence(used),
                used.text("reasoning"));
    }

    private CouldDiagnosticsHelp couldHelp(AnswerFields help) {
        Assessment triage = help.choice("triage_assessment", Assessment.MAYBE, Assessment::fromName, ASSESSMENTS);
        Assessment fix = help.choice("fix_assessment", Assessment.MAYBE, Assessment::fromName, ASSESSMENTS);
        Gap triageGap = Gap.read(help, "triage", triage, guide.triageGapAreas(), DiagnosticsGuide.OTHER_TRIAGE_GAP);
        Gap fixGap = Gap.read(help, "fix", fix, guide.fixGapAreas(), DiagnosticsGuide.OTHER_FIX_GAP);
        return new CouldDiagnosticsHelp(
                triage,
                help.text("triage_reasoning"),
                triageGap.area(),
                triageGap.description(),
                fix,
                help.text("fix_reasoning"),
                fixGap.area(),
                fixGap.description(),
                OverallAssessment.of(triage, fix),
                help.text("overall_reasoning"),
                confidence(help),
                capabilities(help),
                help.optionalText("limitation_notes"));
    }

    /** Those that the guide knows; what else a model names is left out. */
    private List<String> capabilities(AnswerFields help) {
        return help.texts("diagnostics_capability_matched").stream()
                .map(name ->
                        name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'))
                .filter(name -> guide.capabilities().stream()
                        .anyMatch(capability -> capability.id().equals(name)))
                .distinct()
                .toList();
    }

    private static Confidence confidence(AnswerFields fields) {
        return fields.choice("confidence", Confidence.NOT_CONFIDENT, Confidence::fromName, CONFIDENCES);
    }
}
