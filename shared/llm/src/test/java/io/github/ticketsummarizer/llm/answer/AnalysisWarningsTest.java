package io.github.ticketsummarizer.llm.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.CouldDiagnosticsHelp;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.WasDiagnosticsUsed;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Stage;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.model.TicketType;
import io.github.ticketsummarizer.model.Warning;
import io.github.ticketsummarizer.model.WarningType;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisWarningsTest {
    private static final DiagnosticsGuide GUIDE = ConfigFiles.bundled().load().guide();
    private static final AnalysisInput INPUT = input("The selector no longer matches.");

    @Test
    void aConfidentCategorizationNeedsAKeywordThatStandsInTheTicket() {
        assertThat(AnalysisWarnings.of(categorization(Confidence.CONFIDENT, "reselect", "Selector"), INPUT))
                .isEmpty();
        assertThat(AnalysisWarnings.of(categorization(Confidence.NOT_CONFIDENT), INPUT))
                .isEmpty();
        assertThat(AnalysisWarnings.of(categorization(Confidence.CONFIDENT, "payroll"), INPUT))
                .containsExactly(new Warning(
                        Stage.CATEGORIZATION,
                        WarningType.ANSWER_NOT_SUPPORTED,
                        "the answer is confident, but none of its keywords stands in the ticket"));
        assertThat(AnalysisWarnings.of(categorization(Confidence.CONFIDENT), INPUT))
                .hasSize(1);
    }

    @Test
    void thatDiagnosticsWasUsedMustBeSaidSomewhere() {
        AnalysisInput named = input("I ran Diagnostics, it shows nothing.");

        assertThat(AnalysisWarnings.of(used(DiagnosticsUse.YES, "unknown"), named, GUIDE))
                .isEmpty();
        assertThat(AnalysisWarnings.of(used(DiagnosticsUse.YES, "Yes"), INPUT, GUIDE))
                .isEmpty();
        assertThat(AnalysisWarnings.of(used(DiagnosticsUse.NO, "unknown"), INPUT, GUIDE))
                .isEmpty();
        assertThat(AnalysisWarnings.of(used(DiagnosticsUse.YES, "unknown"), INPUT, GUIDE))
                .containsExactly(new Warning(
                        Stage.DIAGNOSTICS,
                        WarningType.ANSWER_NOT_SUPPORTED,
                        "the answer says that Diagnostics was used, but no quote of the thread names it"));
    }

    private static AnalysisInput input(String quote) {
        TicketHeader header = new TicketHeader("1", "Tip gone", "d", "u", "open", null, null, 1, CustomFields.NONE);
        return new AnalysisInput(header, new Synthesis("i", "c", "s", "r"), List.of(new Evidence(1, quote)));
    }

    private static Categorization categorization(Confidence confidence, String... keywords) {
        return new Categorization(
                "WFE",
                "r",
                confidence,
                "c",
                List.of(),
                null,
                new Categorization.Metadata(List.of(keywords), List.of()));
    }

    private static DiagnosticsAnalysis used(DiagnosticsUse use, String customField) {
        return new DiagnosticsAnalysis(
                new WasDiagnosticsUsed(customField, use, Confidence.CONFIDENT, "r"),
                new CouldDiagnosticsHelp(
                        Assessment.YES,
                        "t",
                        null,
                        null,
                        Assessment.YES,
                        "f",
                        null,
                        null,
                        Assessment.YES,
                        "o",
                        Confidence.CONFIDENT,
                        List.of(),
                        null),
                new DiagnosticsAnalysis.Metadata(TicketType.TROUBLESHOOTING));
    }
}
