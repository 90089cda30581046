package io.github.ticketsummarizer.cli.output;

import static io.github.ticketsummarizer.cli.output.CsvColumn.couldHelp;
import static io.github.ticketsummarizer.cli.output.CsvColumn.diagnostics;
import static io.github.ticketsummarizer.cli.output.CsvColumn.error;
import static io.github.ticketsummarizer.cli.output.CsvColumn.escalation;
import static io.github.ticketsummarizer.cli.output.CsvColumn.header;
import static io.github.ticketsummarizer.cli.output.CsvColumn.synthesis;
import static io.github.ticketsummarizer.cli.output.CsvColumn.wasUsed;

import io.github.ticketsummarizer.model.DiagnosticsAnalysis.CouldDiagnosticsHelp;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis.WasDiagnosticsUsed;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.List;

/** The columns of {@code output_diagnostics_….csv}. */
final class DiagnosticsColumns {
    static final List<CsvColumn> ALL = List.of(
            new CsvColumn("ticket_id", ticket -> ticket.entry().ticketId()),
            new CsvColumn("serial_no", ticket -> ticket.entry().serialNo()),
            header("url", TicketHeader::url),
            header("subject", TicketHeader::subject),
            header("status", TicketHeader::status),
            new CsvColumn("created_at", OutputTicket::createdAt),
            header("comments_count", TicketHeader::commentsCount),
            escalation("is_escalated", Escalation::isEscalated),
            escalation("jira_ticket_id", Escalation::jiraTicketId),
            escalation("jira_ticket_url", Escalation::jiraTicketUrl),
            synthesis("issue_reported", Synthesis::issueReported),
            synthesis("root_cause", Synthesis::rootCause),
            header("support_root_cause", header -> header.customFields().supportRootCause()),
            synthesis("summary", Synthesis::summary),
            synthesis("resolution", Synthesis::resolution),
            wasUsed("was_diagnostics_used_custom_field", WasDiagnosticsUsed::customFieldValue),
            wasUsed(
                    "was_diagnostics_used_llm_assessment",
                    used -> used.llmAssessment().wireName()),
            wasUsed("was_diagnostics_used_confidence", used -> used.confidence().wireName()),
            wasUsed("was_diagnostics_used_reasoning", WasDiagnosticsUsed::reasoning),
            couldHelp("triage_assessment", help -> help.triageAssessment().wireName()),
            couldHelp("triage_reasoning", CouldDiagnosticsHelp::triageReasoning),
            couldHelp("triage_gap_area", CouldDiagnosticsHelp::triageGapArea),
            couldHelp("triage_gap_description", CouldDiagnosticsHelp::triageGapDescription),
            couldHelp("fix_assessment", help -> help.fixAssessment().wireName()),
            couldHelp("fix_reasoning", CouldDiagnosticsHelp::fixReasoning),
            couldHelp("fix_gap_area", CouldDiagnosticsHelp::fixGapArea),
            couldHelp("fix_gap_description", CouldDiagnosticsHelp::fixGapDescription),
            couldHelp("overall_assessment", help -> help.overallAssessment().wireName()),
            couldHelp("overall_reasoning", CouldDiagnosticsHelp::overallReasoning),
            couldHelp("diagnostics_confidence", help -> help.confidence().wireName()),
            couldHelp(
                    "diagnostics_capabilities_matched", help -> String.join(", ", help.diagnosticsCapabilityMatched())),
            couldHelp("limitation_notes", CouldDiagnosticsHelp::limitationNotes),
            diagnostics(
                    "ticket_type", analysis -> analysis.metadata().ticketType().wireName()),
            new CsvColumn("processing_status", ticket -> ticket.status().wireName()),
            error("error", ReportError::message),
            error("error_type", found -> found.errorType().wireName()),
            new CsvColumn("model_provider", ticket -> ticket.report().request().modelProvider()),
            new CsvColumn("run_id", ticket -> ticket.report().request().runId()),
            new CsvColumn("trace_id", ticket -> ticket.report().traceId()),
            new CsvColumn("guide_version", ticket -> ticket.report().guideVersion()),
            new CsvColumn("condensed_comments", OutputTicket::condensedComments),
            CsvColumn.warnings());

    private DiagnosticsColumns() {}
}
