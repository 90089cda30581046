package io.github.ticketsummarizer.cli.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.ReportError;
import io.github.ticketsummarizer.model.TicketHeader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes tickets and their errors as the JSON objects of an output file; what a ticket lacks is {@code null}. */
final class TicketNode {
    // A number that would read back changed (007) stays text.
    private static final Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final ObjectMapper mapper;

    TicketNode(Json json) {
        this.mapper = json.mapper().copy().setSerializationInclusion(JsonInclude.Include.ALWAYS);
    }

    ObjectNode of(OutputTicket ticket) {
        ObjectNode node = mapper.createObjectNode();
        putIds(node, ticket);
        putHeader(node, ticket);
        ReportError error = ticket.error();
        node.put("processing_status", ticket.status().wireName());
        node.put("error", error == null ? null : error.message());
        node.put("error_type", error == null ? null : error.errorType().wireName());
        set(node, "synthesis", ticket.synthesis());
        switch (ticket.kind()) {
            case POD -> {
                set(node, "categorization", ticket.categorization());
                node.put("taxonomy_version", ticket.report().taxonomyVersion());
            }
            case DIAGNOSTICS -> {
                set(node, "diagnostics_analysis", ticket.diagnosticsAnalysis());
                node.put("guide_version", ticket.report().guideVersion());
            }
        }
        node.put("trace_id", ticket.report().traceId());
        set(node, "calls", ticket.calls());
        set(node, "condensed_comments", ticket.report().condensedComments());
        set(node, "warnings", ticket.warnings());
        return node;
    }

    ObjectNode errorOf(OutputTicket ticket, ReportError error) {
        ObjectNode node = mapper.createObjectNode();
        putIds(node, ticket);
        node.put("error_type", error.errorType().wireName());
        node.put("message", error.message());
        return node;
    }

    private static void putIds(ObjectNode node, OutputTicket ticket) {
        node.put("ticket_id", ticket.entry().ticketId());
        String serialNo = ticket.entry().serialNo();
        if (PLAIN_NUMBER.matcher(serialNo).matches()) {
            node.put("serial_no", Long.valueOf(serialNo));
        } else {
            node.put("serial_no", serialNo);
        }
    }

    private void putHeader(ObjectNode node, OutputTicket ticket) {
        TicketHeader header = ticket.header();
        node.put("subject", header == null ? null : header.subject());
        node.put("description", header == null ? null : header.description());
        node.put("url", header == null ? null : header.url());
        node.put("status", header == null ? null : header.status());
        node.put("created_at", ticket.createdAt());
        node.put("updated_at", ticket.updatedAt());
        node.put("comments_count", header == null ? null : header.commentsCount());
        set(node, "custom_fields", header == null ? null : header.customFields());
        if (node.get("custom_fields") instanceof ObjectNode fields
                && fields.path("raw").isEmpty()) {
            fields.remove("raw");
        }
    }

    private void set(ObjectNode node, String name, @Nullable Object value) {
        node.set(name, mapper.valueToTree(value));
    }
}
