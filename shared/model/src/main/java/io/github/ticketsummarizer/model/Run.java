package io.github.ticketsummarizer.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code runs}, keyed by run id: what was asked.
 *
 * @param runId a UUIDv7 as text
 * @param ticketCount how many submissions belong to it; the run is complete when as many reports are there
 * @param csvPath the file the ids came from, as the user named it
 */
public record Run(
        int schemaVersion,
        String runId,
        AnalysisType analysisType,
        String modelProvider,
        PromptVersions promptVersions,
        int ticketCount,
        @Nullable String csvPath,
        Instant submittedAt) {
    public Run {
        Objects.requireNonNull(runId, "run_id");
        Objects.requireNonNull(analysisType, "analysis_type");
        Objects.requireNonNull(modelProvider, "model_provider");
        Objects.requireNonNull(promptVersions, "prompt_versions");
        Objects.requireNonNull(submittedAt, "submitted_at");
    }

    /** A record of today's version. */
    public Run(
            String runId,
            AnalysisType analysisType,
            String modelProvider,
            PromptVersions promptVersions,
            int ticketCount,
            @Nullable String csvPath,
            Instant submittedAt) {
        this(
                SchemaVersion.CURRENT,
                runId,
                analysisType,
                modelProvider,
                promptVersions,
                ticketCount,
                csvPath,
                submittedAt);
    }
}
