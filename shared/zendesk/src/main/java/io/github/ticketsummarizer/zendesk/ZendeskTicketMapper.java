package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.Attachment;
import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a ticket of Zendesk's own JSON. Fields it does not know are ignored, and a missing or odd value costs that value
 * only; the ticket's id and the shape of the lists must be right.
 */
final class ZendeskTicketMapper {
    private static final Logger log = LoggerFactory.getLogger(ZendeskTicketMapper.class);
    private static final String UNKNOWN_CONTENT_TYPE = "application/octet-stream"; // RFC 2046, 4.5.1
    private static final Pattern API_PATH = Pattern.compile("/api/v2/tickets/[0-9]+(\\.json)?");

    /** The end of a text that was cut. */
    private static final Pattern CUT = Pattern.compile("… \\[cut: \\d+ characters]$");

    private final int textMaxCharacters;
    private final boolean includeInternalNotes;
    private final CustomFieldMapper customFields;

    ZendeskTicketMapper(TicketMappingSettings settings) {
        this.textMaxCharacters = settings.textMaxCharacters();
        this.includeInternalNotes = settings.includeInternalNotes();
        this.customFields = new CustomFieldMapper(settings.customFieldIds(), this::bounded);
    }

    /**
     * Maps one ticket.
     *
     * @param ticket the object {@code ticket} of {@code GET /api/v2/tickets/ID}
     * @param comments an array of comments, in the order to keep; absent or null is none
     * @param users an array of users, the authors among them
     */
    Ticket map(JsonNode ticket, JsonNode comments, JsonNode users) throws ZendeskShapeException {
        return ticket(ticket, comments(comments, users, 1));
    }

    /** Maps one ticket whose comments are mapped already. */
    Ticket ticket(JsonNode ticket, List<Comment> thread) throws ZendeskShapeException {
        List<Comment> kept = includeInternalNotes
                ? thread
                : thread.stream().filter(Comment::isPublic).toList();
        TicketHeader header = header(ticket, thread);
        logCut(header.ticketId(), kept);
        return new Ticket(header, kept);
    }

    private void logCut(String ticketId, List<Comment> comments) {
        long cut = comments.stream()
                .filter(comment -> CUT.matcher(comment.body()).find())
                .count();
        if (cut > 0) {
            log.atInfo()
                    .addKeyValue("ticketId", ticketId)
                    .addKeyValue("comments", cut)
                    .log("comments cut to TICKET_COMMENT_MAX_CHARS");
        }
    }

    private TicketHeader header(JsonNode ticket, List<Comment> thread) throws ZendeskShapeException {
        if (!ticket.isObject()) {
            throw new ZendeskShapeException("there is no object 'ticket'");
        }
        String id = text(ticket, "id");
        if (id.isEmpty()) {
            throw new ZendeskShapeException("ticket.id is missing");
        }
        return new TicketHeader(
                id,
                text(ticket, "subject"),
                showsDescription(thread) ? text(ticket, "description") : "",
                agentUrl(text(ticket, "url"), id),
                text(ticket, "status"),
                time(ticket, "created_at"),
                time(ticket, "updated_at"),
                thread.size(),
                customFields.map(ticket));
    }

    /** The description is the first comment once more, and an internal note where that is one. */
    private boolean showsDescription(List<Comment> thread) {
        return includeInternalNotes || thread.isEmpty() || thread.getFirst().isPublic();
    }

    /**
     * Maps a part of a ticket's comments.
     *
     * @param firstNumber the number of the first of them in the ticket
     */
    List<Comment> comments(JsonNode comments, JsonNode users, int firstNumber) throws ZendeskShapeException {
        Map<String, String> names = names(users);
        List<Comment> thread = new ArrayList<>();
        for (JsonNode comment : list(comments, "comments")) {
            thread.add(comment(comment, firstNumber + thread.size(), names));
        }
        return thread;
    }

    private Comment comment(JsonNode comment, int number, Map<String, String> names) throws ZendeskShapeException {
        if (!comment.isObject()) {
            throw new ZendeskShapeException("comment %d is not an object".formatted(number));
        }
        String id = text(comment, "id");
        String authorId = text(comment, "author_id");
        return new Comment(
                id.isEmpty() ? Integer.toString(number) : id,
                authorId.isEmpty() ? null : authorId,
                names.get(authorId),
                time(comment, "created_at"),
                bounded(body(comment)),
                // Zendesk's own default: a comment is public unless it says otherwise.
                comment.path("public").asBoolean(true),
                attachments(comment.path("attachments")));
    }

    private static String body(JsonNode comment) {
        String plain = comment.path("plain_body").asText("");
        if (!plain.isBlank()) {
            return plain;
        }
        // Cleaned before: jsoup would drop U+0000 without a trace.
        String html = HtmlText.of(CleanText.of(comment.path("html_body").asText("")));
        return html.isBlank() ? comment.path("body").asText("") : html;
    }

    private List<Attachment> attachments(JsonNode attachments) {
        List<Attachment> found = new ArrayList<>();
        for (JsonNode attachment : attachments) {
            String contentType = text(attachment, "content_type");
            found.add(new Attachment(
                    text(attachment, "file_name"),
                    contentType.isEmpty() ? UNKNOWN_CONTENT_TYPE : contentType,
                    attachment.path("size").asLong()));
        }
        return found;
    }

    private Map<String, String> names(JsonNode users) throws ZendeskShapeException {
        Map<String, String> names = new HashMap<>();
        for (JsonNode user : list(users, "users")) {
            String name = text(user, "name");
            if (!name.isBlank()) {
                names.put(text(user, "id"), name);
            }
        }
        return names;
    }

    private static JsonNode list(JsonNode node, String name) throws ZendeskShapeException {
        if (node.isArray() || node.isNull() || node.isMissingNode()) {
            return node;
        }
        throw new ZendeskShapeException("'%s' is not an array".formatted(name));
    }

    /** The address where an agent reads the ticket; Zendesk's own {@code url} is the one of the API. */
    private static String agentUrl(String url, String ticketId) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException notAUrl) {
            return "";
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.endsWith(".zendesk.com") && API_PATH.matcher(uri.getPath()).matches()) {
            return "https://%s/agent/tickets/%s".formatted(host, ticketId);
        }
        boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        return isWeb ? url : "";
    }

    private String text(JsonNode object, String field) {
        return bounded(object.path(field).asText(""));
    }

    private static @Nullable Instant time(JsonNode object, String field) {
        try {
            return OffsetDateTime.parse(object.path(field).asText("")).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private String bounded(String text) {
        String prefix = CleanText.prefix(text, textMaxCharacters);
        String kept = text.substring(0, CleanText.cut(text, 0, prefix.length()));
        String clean = CleanText.of(kept);
        int missing = text.length() - kept.length();
        return missing == 0 ? clean : "%s… [cut: %d characters]".formatted(clean, missing);
    }
}
