package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.model.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs to go on in another process.
 *
 * @param timezone of the dates in the outputs
 * @param outputFolder where the outputs go
 * @param ticketsPath where the tickets are read from; null for what the settings say
 * @param bootstrapServers the Kafka it was sent to; null for the one inside the process that ran it
 * @param start where the topics ended before the first submission, by topic and partition as {@code merged-0}: nothing
 *     of the run lies before; null when nothing was submitted yet
 * @param outputStamp the time in the names of the outputs; null before they were written
 * @param estimate of all its tickets, before anything was sent; null where no model is asked
 * @param workedMs milliseconds the run was worked on in processes that have ended
 */
public record RunManifest(
        Run run,
        String timezone,
        String outputFolder,
        @Nullable String ticketsPath,
        @Nullable String bootstrapServers,
        @Nullable Map<String, Long> start,
        @Nullable String outputStamp,
        @Nullable CostEstimate estimate,
        long workedMs) {
    public RunManifest {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(timezone, "timezone");
        Objects.requireNonNull(outputFolder, "output_folder");
        start = start == null ? null : Map.copyOf(start);
    }

    /** The manifest of a run that nothing was done for yet. */
    public static RunManifest of(
            Run run, ZoneId zone, Path outputFolder, @Nullable Path ticketsPath, @Nullable String bootstrapServers) {
        return new RunManifest(
                run,
                zone.getId(),
                outputFolder.toAbsolutePath().toString(),
                ticketsPath == null ? null : ticketsPath.toAbsolutePath().toString(),
                bootstrapServers,
                null,
                null,
                null,
                0);
    }

    /** The same with what is known once all tickets of the run are. */
    RunManifest withTicketCount(int tickets) {
        Run counted = new Run(
                run.runId(),
                run.analysisType(),
                run.modelProvider(),
                run.promptVersions(),
                tickets,
                run.csvPath(),
                run.submittedAt());
        return new RunManifest(
                counted, timezone, outputFolder, ticketsPath, bootstrapServers, start, outputStamp, estimate, workedMs);
    }

    RunManifest startingAt(Map<String, Long> positions) {
        return new RunManifest(
                run, timezone, outputFolder, ticketsPath, bootstrapServers, positions, outputStamp, estimate, workedMs);
    }

    RunManifest estimatedAt(CostEstimate costs) {
        return new RunManifest(
                run, timezone, outputFolder, ticketsPath, bootstrapServers, start, outputStamp, costs, workedMs);
    }

    RunManifest afterOutputs(String stamp, Duration worked) {
        return new RunManifest(
                run, timezone, outputFolder, ticketsPath, bootstrapServers, start, stamp, estimate, worked.toMillis());
    }

    ZoneId zone() {
        return ZoneId.of(timezone);
    }
}
