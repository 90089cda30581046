package io.github.ticketsummarizer.llm.prompt;

import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.ChunkInput;
import io.github.ticketsummarizer.llm.TaskInput;
import io.github.ticketsummarizer.llm.ThreadInput;
import io.github.ticketsummarizer.llm.thread.CondensedThread;
import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the ticket part of a prompt can name. All text of the ticket has been through {@link Fence}. */
final class TicketVariables {
    private static final String UNKNOWN = "unknown";
    /** Nobody's name is longer; what is would crowd out the thread. */
    static final int LONGEST_NAME = 200;

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
            case ThreadInput thread -> addThread(thread, variables);
            case ChunkInput chunk -> addChunk(chunk, variables);
            case AnalysisInput analysis -> addSynthesis(analysis, variables);
        }
        return variables;
    }

    private static void addThread(ThreadInput thread, Map<String, @Nullable Object> variables) {
        Ticket ticket = thread.ticket();
        List<Comment> comments = ticket.comments();
        variables.put("ticket", header(ticket.header()));
        variables.put("total", comments.size());
        variables.put("description", description(ticket));
        CondensedThread condensed = thread.condensed();
        List<Map<String, Object>> shown = new ArrayList<>();
        for (int number = 1; number <= comments.size(); number++) {
            if (condensed == null || !condensed.covers(number)) {
                Comment comment = comments.get(number - 1);
                shown.add(comment(Integer.toString(number), comment, comment.body()));
            } else if (number == condensed.first()) {
                shown.add(notes(condensed, comments.get(number - 1)));
            }
        }
        variables.put("comments", shown);
    }

    private static void addChunk(ChunkInput input, Map<String, @Nullable Object> variables) {
        List<Comment> comments = input.ticket().comments();
        variables.put("ticket", header(input.ticket().header()));
        variables.put("total", comments.size());
        variables.put("first", input.chunk().first());
        variables.put("last", input.chunk().last());
        variables.put("words", input.words());
        variables.put(
                "comments",
                input.chunk().pieces().stream()
                        .map(piece -> {
                            Comment comment = comments.get(piece.commentNumber() - 1);
                            return comment(
                                    Integer.toString(piece.commentNumber()),
                                    comment,
                                    comment.body().substring(piece.from(), piece.to()));
                        })
                        .toList());
    }

    /** Stands where the comments would, in the form of one, so that every version of a prompt shows it. */
    private static Map<String, Object> notes(CondensedThread condensed, Comment firstOfThem) {
        String notes = condensed.notes().stream()
                .map(note -> "- comment %d: %s%s"
                        .formatted(
                                note.commentNumber(),
                                note.text(),
                                note.quote() == null ? "" : " Its words: \"%s\"".formatted(note.quote())))
                .collect(Collectors.joining("\n"));
        return Map.of(
                "number",
                "%d to %d".formatted(condensed.first(), condensed.last()),
                "visibility",
                "condensed",
                "author",
                "notes of an earlier reading in place of these comments",
                "created_at",
                time(firstOfThem.createdAt()),
                "body",
                Fence.text(notes),
                "attachments",
                List.of());
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

    private static Map<String, Object> comment(String number, Comment comment, String body) {
        return Map.of(
                "number",
                number,
                "visibility",
                comment.isPublic() ? "public" : "internal",
                "author",
                comment.authorName() == null ? UNKNOWN : name(comment.authorName()),
                "created_at",
                time(comment.createdAt()),
                "body",
                Fence.text(body),
                "attachments",
                comment.attachments().stream()
                        .map(attachment -> name(attachment.fileName()))
                        .toList());
    }

    private static String name(String text) {
        return Fence.line(CleanText.prefix(text, LONGEST_NAME));
    }

    private static Map<String, Object> quote(Evidence evidence) {
        return Map.of("comment_number", evidence.commentNumber(), "text", Fence.text(evidence.quote()));
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? UNKNOWN : instant.toString();
    }
}
