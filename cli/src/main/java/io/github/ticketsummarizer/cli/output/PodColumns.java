package io.github.ticketsummarizer.cli.output;

import static io.github.ticketsummarizer.cli.output.CsvColumn.categorization;
import static io.github.ticketsummarizer.cli.output.CsvColumn.error;
import static io.github.ticketsummarizer.cli.output.CsvColumn.escalation;
import static io.github.ticketsummarizer.cli.output.CsvColumn.header;
import static io.github.ticketsummarizer.cli.output.CsvColumn.synthesis;

import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.List;

/** The columns of {@code output_pod_….csv}. */
final class PodColumns {
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
            synthesis("summary", Synthesis::summary),
            synthesis("resolution", Synthesis::resolution),
            categorization("primary_pod", Categorization::primaryPod),
            categorization("categorization_reasoning", Categorization::reasoning),
            categorization("confidence", found -> found.confidence().wireName()),
            categorization("alternative_pods", found -> String.join(", ", found.alternativePods())),
            categorization("alternative_reasoning", Categorization::alternativeReasoning),
            new CsvColumn("processing_status", ticket -> ticket.status().wireName()),
            error("error", ReportError::message),
            categorization("confidence_reason", Categorization::confidenceReason),
            error("error_type", found -> found.errorType().wireName()),
            new CsvColumn("model_provider", ticket -> ticket.report().request().modelProvider()),
            new CsvColumn("run_id", ticket -> ticket.report().request().runId()),
            new CsvColumn("trace_id", ticket -> ticket.report().traceId()),
            new CsvColumn("taxonomy_version", ticket -> ticket.report().taxonomyVersion()),
            new CsvColumn("condensed_comments", OutputTicket::condensedComments),
            CsvColumn.warnings());

    private PodColumns() {}
}
