package io.github.ticketsummarizer.benchmarks.command;

import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import io.github.ticketsummarizer.benchmarks.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The largest resident size of {@code run} with everything in its one process, and how fast it goes. */
public final class MemoryBenchmark {
    private final Path folder;

    /** @param folder for inputs, data and outputs */
    public MemoryBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Runs 100 and 10,000 tickets through both analyses with the offline provider. */
    public List<Row> run() throws IOException, InterruptedException {
        // The first start of a build makes its start-up cache, which is not what is measured here.
        measure(1);
        List<Row> rows = new ArrayList<>();
        for (int count : List.of(100, 10_000)) {
            rows.add(measure(count));
        }
        return rows;
    }

    private Row measure(int count) throws IOException, InterruptedException {
        GeneratedTickets files = GeneratedTickets.write(folder, count);
        try (CommandProcess command =
                CommandProcess.run(Map.of(), files, "offline", folder.resolve("memory-" + count))) {
            long peak = command.usageAtEnd().peakResidentBytes();
            Duration elapsed = command.elapsed();
            return new Row(
                    "`run` of %,d tickets, both analyses, offline provider, start to end".formatted(count),
                    "%d MB resident at most, %.0f s, %.0f tickets/s"
                            .formatted(peak / 1_000_000, elapsed.toMillis() / 1e3, count * 1e3 / elapsed.toMillis()));
        }
    }
}
