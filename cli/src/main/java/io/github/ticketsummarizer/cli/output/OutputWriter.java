package io.github.ticketsummarizer.cli.output;

import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
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
     * Writes the files, which show up under their names only when they are whole.
     *
     * @param folder made if it is not there
     * @param stamp the stamp of files that this run wrote before and that are to be replaced; null for new ones
     * @param asked how many tickets the run was asked for
     */
    public WrittenOutputs write(Path folder, @Nullable String stamp, RunFacts facts, int asked, FinishedTickets tickets)
            throws IOException {
        OutputTotals totals = new OutputTotals(facts.run().analysisType(), asked);
        tickets.forEach(totals::add);
        Files.createDirectories(folder);
        try (OutputNames names = names(folder, stamp, facts)) {
            for (OutputNames.Reserved files : names.pairs()) {
                OutputPair pair = new OutputPair(files, facts, totals, json);
                tickets.forEach(pair::add);
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
