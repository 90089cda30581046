package io.github.ticketsummarizer.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the product's Diagnostics feature was used on a ticket, and whether it could have helped. */
public record DiagnosticsAnalysis(
        WasDiagnosticsUsed wasDiagnosticsUsed, CouldDiagnosticsHelp couldDiagnosticsHelp, Metadata metadata) {
    public DiagnosticsAnalysis {
        Objects.requireNonNull(wasDiagnosticsUsed, "was_diagnostics_used");
        Objects.requireNonNull(couldDiagnosticsHelp, "could_diagnostics_help");
        Objects.requireNonNull(metadata, "metadata");
    }

    /**
     * The custom field's word and the thread's, both kept.
     *
     * @param customFieldValue the ticket's field, normalised
     * @param llmAssessment what the thread says
     */
    public record WasDiagnosticsUsed(
            String customFieldValue, DiagnosticsUse llmAssessment, Confidence confidence, String reasoning) {
        public WasDiagnosticsUsed {
            Objects.requireNonNull(llmAssessment, "llm_assessment");
            Objects.requireNonNull(confidence, "confidence");
        }
    }

    /**
     * Triage: could it show the author what fails. Fix: could it recommend a fix the author does alone.
     *
     * @param triageGapArea null exactly when the assessment is yes; likewise for fix
     * @param overallAssessment derived from the two by {@link OverallAssessment#of}
     */
    public record CouldDiagnosticsHelp(
            Assessment triageAssessment,
            String triageReasoning,
            @Nullable String triageGapArea,
            @Nullable String triageGapDescription,
            Assessment fixAssessment,
            String fixReasoning,
            @Nullable String fixGapArea,
            @Nullable String fixGapDescription,
            Assessment overallAssessment,
            String overallReasoning,
            Confidence confidence,
            List<String> diagnosticsCapabilityMatched,
            @Nullable String limitationNotes) {
        public CouldDiagnosticsHelp {
            Objects.requireNonNull(triageAssessment, "triage_assessment");
            Objects.requireNonNull(fixAssessment, "fix_assessment");
            Objects.requireNonNull(overallAssessment, "overall_assessment");
            Objects.requireNonNull(confidence, "confidence");
            diagnosticsCapabilityMatched = List.copyOf(diagnosticsCapabilityMatched);
        }
    }

    /** What kind of ticket it was. */
    public record Metadata(TicketType ticketType) {
        public Metadata {
            Objects.requireNonNull(ticketType, "ticket_type");
        }
    }
}
