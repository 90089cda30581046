package io.github.ticketsummarizer.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was asked about one ticket; it travels whole on every record from {@code raw-tickets} on.
 *
 * @param requestId unique per submission; joins use it, so one ticket can be in two runs at once
 * @param ticketId the ticket's id as text, also the key of every topic between the services
 * @param serialNo the user's own number for the ticket, as written; null when none was given
 * @param runId the run this belongs to; null for a record that somebody sent alone
 * @param modelProvider the name of the provider that answers, for example {@code gemini}
 * @param submittedAt when the submission was made, UTC
 */
public record TicketRequest(
        String requestId,
        String ticketId,
        @Nullable String serialNo,
        @Nullable String runId,
        AnalysisType analysisType,
        String modelProvider,
        PromptVersions promptVersions,
        Instant submittedAt) {

    public TicketRequest {
        Objects.requireNonNull(requestId, "request_id");
        Objects.requireNonNull(ticketId, "ticket_id");
        Objects.requireNonNull(analysisType, "analysis_type");
        Objects.requireNonNull(modelProvider, "model_provider");
        Objects.requireNonNull(promptVersions, "prompt_versions");
        Objects.requireNonNull(submittedAt, "submitted_at");
    }
}
