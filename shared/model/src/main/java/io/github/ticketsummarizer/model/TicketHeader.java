package io.github.ticketsummarizer.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ticket without its comments.
 *
 * @param url where an agent reads it
 * @param commentsCount how many comments it has, internal notes included
 */
public record TicketHeader(
        String ticketId,
        String subject,
        String description,
        String url,
        String status,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        int commentsCount,
        CustomFields customFields) {

    public TicketHeader {
        Objects.requireNonNull(ticketId, "ticket_id");
        Objects.requireNonNull(customFields, "custom_fields");
    }
}
