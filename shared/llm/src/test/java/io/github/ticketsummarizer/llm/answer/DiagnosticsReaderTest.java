package io.github.ticketsummarizer.llm.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.CouldDiagnosticsHelp;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.TicketType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsReaderTest {
    private static final CustomFields FIELD_SAYS_NO = new CustomFields("No", Escalation.NONE, "Not provided", null);

    private final DiagnosticsReader reader =
            new DiagnosticsReader(ConfigFiles.bundled().load().guide());

    @Test
    void aWholeAnswerIsReadWithTheFieldsWordAndADerivedOverall() throws LlmException {
        DiagnosticsAnalysis analysis = reader.read(Answers.of("""
                        {"was_diagnostics_used": {"llm_assessment": "yes", "confidence": "confident",
                           "reasoning": "She opened it.", "custom_field_value": "made up"},
                         "could_diagnostics_help": {
                           "triage_assessment": "yes", "triage_reasoning": "Red row.",
                           "triage_gap_area": "latching", "triage_gap_description": "stray",
                           "fix_assessment": "maybe", "fix_reasoning": "Rule.",
                           "fix_gap_area": "Rule Logic", "fix_gap_description": "Which way?",
                           "overall_assessment": "no", "overall_reasoning": "So and so.", "confidence": "not confident",
                           "diagnostics_capability_matched": ["condition_false"], "limitation_notes": " "},
                         "metadata": {"ticket_type": "troubleshooting"}}
                        """), FIELD_SAYS_NO);

        assertThat(analysis)
                .isEqualTo(new DiagnosticsAnalysis(
                        new DiagnosticsAnalysis.WasDiagnosticsUsed(
                                "No", DiagnosticsUse.YES, Confidence.CONFIDENT, "She opened it."),
                        new CouldDiagnosticsHelp(
                                Assessment.YES,
                                "Red row.",
                                null,
                                null,
                                Assessment.MAYBE,
                                "Rule.",
                                "rule_logic",
                                "Which way?",
                                Assessment.MAYBE,
                                "So and so.",
                                Confidence.NOT_CONFIDENT,
                                List.of("condition_false"),
                                null),
                        new DiagnosticsAnalysis.Metadata(TicketType.TROUBLESHOOTING)));
    }

    @Test
    void anAreaOutsideTheListBecomesOtherAndItsNameIsKept() throws LlmException {
        CouldDiagnosticsHelp help = read("caching", "Stale bundle.", "vendor fix", null);

        assertThat(help.triageGapArea()).isEqualTo("other_triage_gap");
        assertThat(help.triageGapDescription()).isEqualTo("caching: Stale bundle.");
        assertThat(help.fixGapArea()).isEqualTo("other_fix_gap");
        assertThat(help.fixGapDescription()).isEqualTo("vendor fix");
    }

    @Test
    void otherNeedsADescription() throws LlmException {
        assertThat(read("other", "Cache.", "other_fix_gap", "Vendor.").triageGapArea())
                .isEqualTo("other_triage_gap");

        LlmException refused =
                catchThrowableOfType(LlmException.class, () -> read("other_triage_gap", null, "other", " "));
        assertThat(refused)
                .hasMessageContaining("could_diagnostics_help.triage_gap_description is missing, and is required when "
                        + "the gap area is other_triage_gap; could_diagnostics_help.fix_gap_description is missing, "
                        + "and is required when the gap area is other_fix_gap.");
    }

    @Test
    void anAreaIsRequiredUnlessTheAnswerIsYes() {
        LlmException refused = catchThrowableOfType(LlmException.class, () -> read(null, "d", null, "d"));

        assertThat(refused)
                .hasMessageContaining("could_diagnostics_help.triage_gap_area is missing, and is required when the "
                        + "assessment is no or maybe; could_diagnostics_help.fix_gap_area is missing, and is required "
                        + "when the assessment is no or maybe.");
    }

    @Test
    void everythingThatIsMissingIsNamedAndTheAnswerKept() {
        LlmException refused = catchThrowableOfType(
                LlmException.class,
                () -> reader.read(
                        Answers.of("{\"was_diagnostics_used\":{\"llm_assessment\":\"perhaps\"}}"), CustomFields.NONE));

        assertThat(refused)
                .hasMessage("the model's answer for diagnostics cannot be used: metadata is missing; "
                        + "was_diagnostics_used.llm_assessment is not one of: yes, no, unknown; "
                        + "was_diagnostics_used.confidence is missing; was_diagnostics_used.reasoning is missing; "
                        + "could_diagnostics_help is missing. "
                        + "The failure keeps the answer; submit the ticket again, or with another model.");
        assertThat(refused.failure().rawAnswer())
                .isEqualTo("{\"was_diagnostics_used\":{\"llm_assessment\":\"perhaps\"}}");
    }

    private CouldDiagnosticsHelp read(String triageArea, String triageText, String fixArea, String fixText)
            throws LlmException {
        String answer = """
                {"was_diagnostics_used": {"llm_assessment": "unknown", "confidence": "confident", "reasoning": "r"},
                 "could_diagnostics_help": {
                   "triage_assessment": "maybe", "triage_reasoning": "t",
                   "triage_gap_area": %s, "triage_gap_description": %s,
                   "fix_assessment": "no", "fix_reasoning": "f", "fix_gap_area": %s, "fix_gap_description": %s,
                   "overall_reasoning": "o", "confidence": "confident", "diagnostics_capability_matched": []},
                 "metadata": {"ticket_type": "unclear"}}
                """.formatted(json(triageArea), json(triageText), json(fixArea), json(fixText));
        return reader.read(Answers.of(answer), CustomFields.NONE).couldDiagnosticsHelp();
    }

    private static String json(String text) {
        return text == null ? "null" : "\"%s\"".formatted(text);
    }
}
