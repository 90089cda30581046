package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.input.TicketList;
import io.github.ticketsummarizer.cli.run.Cluster;
import io.github.ticketsummarizer.cli.run.RunFolder;
import io.github.ticketsummarizer.cli.run.RunIds;
import io.github.ticketsummarizer.cli.run.RunManifest;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.zendesk.backfill.BackfillQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was asked for.
 *
 * @param csvPath the file the ids came from, as the user named it
 * @param outputFolder checked, absolute
 * @param ticketsPath where the tickets are read from; null for what the settings say
 * @param bootstrapServers the Kafka it goes to; null for the one inside this process
 */
record NewRun(
        TicketList tickets,
        AnalysisType analysisType,
        String modelProvider,
        PromptVersions promptVersions,
        @Nullable String csvPath,
        ZoneId zone,
        Path outputFolder,
        @Nullable Path ticketsPath,
        @Nullable String bootstrapServers) {
    private static final int SHOWN_NOTES = 20;

    /** Keeps it as a new run, which is taken away again when it fails before anything was sent. */
    ExitCode start(
            CommandContext context,
            Path dataFolder,
            Supplier<Cluster> cluster,
            Function<String, String> howToGoOn,
            RunEnding ending)
            throws IOException {
        sayNotes(context);
        try (RunFolder folder = keep(context, dataFolder)) {
            String runId = folder.manifest().run().runId();
            try {
                return new RunFlow(context, folder, howToGoOn.apply(runId), ending).run(cluster);
            } catch (RuntimeException e) {
                folder.discardIfUnused();
                throw e;
            }
        }
    }

    /** Keeps it as a new run. */
    RunFolder keep(CommandContext context, Path dataFolder) {
        return RunFolder.create(dataFolder, context.json(), manifest(context), tickets.tickets());
    }

    /** Keeps it as a new run whose tickets a query finds. */
    RunFolder keep(CommandContext context, Path dataFolder, BackfillQuery query) throws IOException {
        return RunFolder.createBackfill(dataFolder, context.json(), manifest(context), query);
    }

    private RunManifest manifest(CommandContext context) {
        Run run = new Run(
                RunIds.newRunId(),
                analysisType,
                modelProvider,
                promptVersions,
                tickets.tickets().size(),
                csvPath,
                context.clock().instant());
        return RunManifest.of(run, zone, outputFolder, ticketsPath, bootstrapServers);
    }

    /** Tells what is odd in the input. */
    void sayNotes(CommandContext context) {
        List<String> notes = tickets.notes();
        notes.stream().limit(SHOWN_NOTES).forEach(context::say);
        if (notes.size() > SHOWN_NOTES) {
            context.say("… and %d more lines like these".formatted(notes.size() - SHOWN_NOTES));
        }
    }
}
