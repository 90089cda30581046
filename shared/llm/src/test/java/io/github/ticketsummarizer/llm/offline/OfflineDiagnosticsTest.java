package io.github.ticketsummarizer.llm.offline;

import static io.github.ticketsummarizer.llm.offline.OfflineSynthesis.NO_RESOLUTION;
import static io.github.ticketsummarizer.llm.offline.OfflineSynthesis.NO_ROOT_CAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.CouldDiagnosticsHelp;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.WasDiagnosticsUsed;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineDiagnosticsTest {
    private static final Escalation ESCALATED = new Escalation("SUCC", "https://jira/browse/AB-1", "AB-1", true);

    private final OfflineDiagnostics diagnostics = new OfflineDiagnostics(
            new Tokenizer(),
            Threads.CONFIG.guide(),
            new OfflineCategorization(Tokenizer.stemming(), Threads.CONFIG.taxonomy()));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "It says element not found.,                 yes,   -,                       yes,   -,                "
                        + "    yes",
                "It was latching.,                           maybe, latching,                no,    element_precision,"
                        + "    maybe",
                "It took the other branch.,                  no,    other_triage_gap,        no,    flow_modification,"
                        + "    no",
                "The condition is false; mend the rule logic., yes, -,                       maybe, rule_logic,       "
                        + "    maybe",
                "The condition is false.,                    yes,   -,                       maybe, other_fix_gap,    "
                        + "    maybe",
                "Another had priority.,                      yes,   -,                       maybe, other_fix_gap,    "
                        + "    maybe",
                "It is somehow odd.,                         no,    other_triage_gap,        no,    other_fix_gap,    "
                        + "    no",
                "The integration hub; element not found.,    no,    other_triage_gap,        no,    other_fix_gap,    "
                        + "    no",
                "The condition is false until the hotfix.,   yes,   -,                       no,   "
                        + " engineering_required, maybe",
                "Element not found despite a hotfix.,        yes,   -,                       yes,   -,                "
                        + "    yes",
                "It is a feature request about latching.,    no,    feature_request,         no,   "
                        + " engineering_required, no",
                "How do we build it? Element not found.,     no,    use_case_implementation, no,    other_fix_gap,    "
                        + "    no"
            })
    void theGuidesRulesDecide(
            String cause, String triage, String triageGap, String fix, String fixGap, String overall) {
        CouldDiagnosticsHelp help = analyze(cause, CustomFields.NONE).couldDiagnosticsHelp();

        assertThat(help.triageAssessment()).isEqualTo(Assessment.fromName(triage));
        assertThat(help.triageGapArea()).isEqualTo(triageGap);
        assertThat(help.triageGapDescription() == null).isEqualTo(triageGap == null);
        assertThat(help.fixAssessment()).isEqualTo(Assessment.fromName(fix));
        assertThat(help.fixGapArea()).isEqualTo(fixGap);
        assertThat(help.fixGapDescription() == null).isEqualTo(fixGap == null);
        assertThat(help.overallAssessment()).isEqualTo(Assessment.fromName(overall));
    }

    @Test
    void anEscalatedTicketCouldNotBeFixedByTheAuthor() {
        CouldDiagnosticsHelp help = analyze("It says element not found.", fields("unknown", ESCALATED))
                .couldDiagnosticsHelp();

        assertThat(help)
                .isEqualTo(new CouldDiagnosticsHelp(
                        Assessment.YES,
                        "The element is not found.",
                        null,
                        null,
                        Assessment.NO,
                        "The ticket went to engineering.",
                        "engineering_required",
                        "The ticket went to engineering.",
                        Assessment.MAYBE,
                        "Keyword baseline: decided by element_not_found by 'element not found'. "
                                + "No language model read this ticket.",
                        Confidence.CONFIDENT,
                        List.of("element_not_found"),
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "This is a feature request.,       FEATURE_REQUEST",
                "How do we build such a flow?,     TECHNICAL_REQUEST",
                "It was latching.,                 TROUBLESHOOTING",
                "The service was restarted.,       TROUBLESHOOTING"
            })
    void theKindOfTicketIsToldByItsPhrases(String cause, TicketType type) {
        assertThat(analyze(cause, CustomFields.NONE).metadata().ticketType()).isEqualTo(type);
    }

    @Test
    void aTicketThatTellsNothingIsUnclear() {
        DiagnosticsAnalysis analysis = diagnostics.analyze(new AnalysisInput(
                header(CustomFields.NONE),
                new Synthesis("The thing is gone.", NO_ROOT_CAUSE, "s", NO_RESOLUTION),
                List.of()));

        assertThat(analysis.metadata().ticketType()).isEqualTo(TicketType.UNCLEAR);
        assertThat(analysis.couldDiagnosticsHelp().confidence()).isEqualTo(Confidence.NOT_CONFIDENT);
    }

    @ParameterizedTest
    @CsvSource({"Yes, YES", "No, NO", "Not Applicable, UNKNOWN", "unknown, UNKNOWN"})
    void aSilentThreadTakesTheFieldsWord(String field, DiagnosticsUse use) {
        WasDiagnosticsUsed used = use(field, "The tip is gone.");

        assertThat(used.customFieldValue()).isEqualTo(field);
        assertThat(used.llmAssessment()).isEqualTo(use);
        assertThat(used.confidence()).isEqualTo(Confidence.NOT_CONFIDENT);
    }

    @Test
    void theThreadDecidesOverTheFieldAndBothAreKept() {
        assertThat(use("No", "Then I opened the Diagnostics panel."))
                .isEqualTo(new WasDiagnosticsUsed(
                        "No",
                        DiagnosticsUse.YES,
                        Confidence.NOT_CONFIDENT,
                        "Keyword baseline: comment 1 says: \"Then I opened the Diagnostics panel.\" "
                                + "The custom field says 'No'."));
    }

    @Test
    void aQuestionStatesNothing() {
        assertThat(use("Yes", "Have you tried the Diagnostics panel?").llmAssessment())
                .isEqualTo(DiagnosticsUse.YES);
        assertThat(use("unknown", "You used the Diagnostics panel, what did it show?")
                        .llmAssessment())
                .isEqualTo(DiagnosticsUse.UNKNOWN);
    }

    @Test
    void theLastStatementCounts() {
        assertThat(use("Yes", "He used the Diagnostics panel.", "I did not use the Diagnostics panel.")
                        .llmAssessment())
                .isEqualTo(DiagnosticsUse.NO);
        assertThat(use("unknown", "I did not use the Diagnostics panel.", "Now I opened the Diagnostics panel.")
                        .llmAssessment())
                .isEqualTo(DiagnosticsUse.YES);
    }

    @Test
    void aDeniedUseIsNoUse() {
        assertThat(use("unknown", "I have not opened the Diagnostics panel.").llmAssessment())
                .isEqualTo(DiagnosticsUse.NO);
    }

    @Test
    void aDescriptionOfMegabytesTakesSecondsAtMost() throws Exception {
        TicketHeader header = new TicketHeader(
                "78788", "s", "how do we build ".repeat(200_000), "url", "open", null, null, 1, CustomFields.NONE);
        FutureTask<DiagnosticsAnalysis> answer = new FutureTask<>(
                () -> diagnostics.analyze(new AnalysisInput(header, new Synthesis("i", "c", "s", "r"), List.of())));
        Thread.ofVirtual().start(answer);

        // Quadratic work would take hours; the time is generous for a loaded machine.
        assertThat(answer.get(60, TimeUnit.SECONDS).metadata().ticketType()).isEqualTo(TicketType.TECHNICAL_REQUEST);
    }

    private DiagnosticsAnalysis analyze(String cause, CustomFields fields) {
        return diagnostics.analyze(
                new AnalysisInput(header(fields), new Synthesis("It fails.", cause, "s", "Done."), List.of()));
    }

    private WasDiagnosticsUsed use(String field, String... passages) {
        List<Evidence> evidence = new ArrayList<>();
        for (String passage : passages) {
            evidence.add(new Evidence(evidence.size() + 1, passage));
        }
        return diagnostics
                .analyze(new AnalysisInput(
                        header(fields(field, Escalation.NONE)), new Synthesis("i", "c", "s", "r"), evidence))
                .wasDiagnosticsUsed();
    }

    private static CustomFields fields(String used, Escalation escalation) {
        return new CustomFields(used, escalation, "Not provided", null);
    }

    private static TicketHeader header(CustomFields fields) {
        return new TicketHeader("78788", "subject", "description", "url", "open", null, null, 1, fields);
    }
}
