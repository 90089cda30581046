package io.github.ticketsummarizer.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One comment of a thread, as plain text.
 *
 * @param isPublic false for an internal note, which the customer never saw
 */
public record Comment(
        String id,
        @Nullable String authorId,
        @Nullable String authorName,
        @Nullable Instant createdAt,
        String body,
        @JsonProperty("public") boolean isPublic,
        @Nullable List<Attachment> attachments) {

    public Comment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(body, "body");
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** The files; none where an older writer told of none. */
    @Override
    public List<Attachment> attachments() {
        return Objects.requireNonNullElse(attachments, List.of());
    }
}
