package io.github.ticketsummarizer.llm.prompt;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.TaskInput;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the ticket part of a prompt can name. All text of the ticket has been through {@link Fence}. */
final class TicketVariables {
    private static final String UNKNOWN = "unknown";

    private final String feature;

    /** @param feature what the product calls its Diagnostics */
    TicketVariables(String feature) {
        this.feature = feature;
    }

    Map<String, @Nullable Object> of(TaskInput input) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("open", Fence.OPEN);
        variables.put("close", Fence.CLOSE);
        variables.put("feature", feature);
        switch (input) {
            case ThreadInput thread -> addThread(thread.ticket(), variables);
            case AnalysisInput analysis -> addSynthesis(analysis, variables);
        }
        return variables;
    }

    private static void addThread(Ticket ticket, Map<String, @Nullable Object> variables) {
        List<Comment> comments = ticket.comments();
        variables.put("ticket", header(ticket.header()));
        variables.put("total", comments.size());
        variables.put("description", description(ticket));
        variables.put(
                "comments",
                IntStream.range(0, comments.size())
                        .mapToObj(index -> comment(index + 1, comments.get(index)))
                        .toList());
    }

    private static void addSynthesis(AnalysisInput analysis, Map<String, @Nullable Object> variables) {
        Synthesis synthesis = analysis.synthesis();
        variables.put("ticket", header(analysis.ticket()));
        variables.put(
                "synthesis",
                Map.of(
                        "issue_reported",
                        Fence.line(synthesis.issueReported()),
                        "root_cause",
                        Fence.line(synthesis.rootCause()),
                        "summary",
                        Fence.line(synthesis.summary()),
                        "resolution",
                        Fence.line(synthesis.resolution())));
        variables.put(
                "evidence",
                analysis.evidence().stream().map(TicketVariables::quote).toList());
    }

    private static Map<String, Object> header(TicketHeader ticket) {
        return Map.of(
                "id",
                Fence.line(ticket.ticketId()),
                "subject",
                Fence.line(ticket.subject()),
                "status",
                Fence.line(ticket.status()),
                "created_at",
                time(ticket.createdAt()),
                "updated_at",
                time(ticket.updatedAt()),
                "support_root_cause",
                Fence.line(ticket.customFields().supportRootCause()),
                "was_diagnostics_used",
                Fence.line(ticket.customFields().wasDiagnosticsUsed()),
                "escalated",
                ticket.customFields().escalation().isEscalated() ? "yes" : "no");
    }

    /** Null where the first comment says the same, as it does on every ticket that came by mail. */
    private static @Nullable String description(Ticket ticket) {
        String description = ticket.header().description();
        boolean repeated = ticket.comments().stream()
                .limit(1)
                .anyMatch(first -> first.body().strip().equals(description.strip()));
        return repeated || description.isBlank() ? null : Fence.text(description);
    }

    private static Map<String, Object> comment(int number, Comment comment) {
        return Map.of(
                "number",
                number,
                "visibility",
                comment.isPublic() ? "public" : "internal",
                "author",
                comment.authorName() == null ? UNKNOWN : Fence.line(comment.authorName()),
                "created_at",
                time(comment.createdAt()),
                "body",
                Fence.text(comment.body()),
                "attachments",
                comment.attachments().stream()
                        .map(attachment -> Fence.line(attachment.fileName()))
                        .toList());
    }

    private static Map<String, Object> quote(Evidence evidence) {
        return Map.of("comment_number", evidence.commentNumber(), "text", Fence.text(evidence.quote()));
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? UNKNOWN : instant.toString();
    }
}
