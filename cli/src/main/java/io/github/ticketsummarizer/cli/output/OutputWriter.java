package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the output files of a run: a pair, JSON and CSV, for each analysis that was asked for. */
public final class OutputWriter {
    private final Json json;

    /** @param json the mapper of the records */
    public OutputWriter(Json json) {
        this.json = json;
    }

    /**
     * Writes the files, which show up under their names only when they are whole. The tickets are walked once.
     *
     * @param folder made if it is not there
     * @param stamp the stamp of files that this run wrote before and that are to be replaced; null for new ones
     * @param totals what the tickets add up to, since it stands at the head of the files
     */
    public WrittenOutputs write(
            Path folder, @Nullable String stamp, RunFacts facts, OutputTotals totals, FinishedTickets tickets)
            throws IOException {
        Files.createDirectories(folder);
        try (OutputNames names = names(folder, stamp, facts)) {
            List<OutputPair> pairs = new ArrayList<>();
            for (OutputNames.Reserved files : names.pairs()) {
                pairs.add(new OutputPair(files, facts, totals, json));
            }
            tickets.forEach(ticket -> {
                for (OutputPair pair : pairs) {
                    pair.add(ticket);
                }
            });
            for (OutputPair pair : pairs) {
                pair.commit();
            }
            return new WrittenOutputs(names.stamp(), names.paths(), totals);
        }
    }

    private static OutputNames names(Path folder, @Nullable String stamp, RunFacts facts) throws IOException {
        List<OutputKind> kinds = OutputKind.of(facts.run().analysisType());
        return stamp == null
                ? OutputNames.unused(folder, kinds, LocalDateTime.ofInstant(facts.processedAt(), facts.zone()))
                : OutputNames.again(folder, kinds, stamp);
    }
}
