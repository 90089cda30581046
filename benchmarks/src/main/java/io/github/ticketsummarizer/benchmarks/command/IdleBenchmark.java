package io.github.ticketsummarizer.benchmarks.command;

import io.github.ticketsummarizer.benchmarks.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code up} costs when nobody uses it. */
public final class IdleBenchmark {
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Path folder;

    /** @param folder for its data */
    public IdleBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Measures the first two minutes after it says that it is up. */
    public List<Row> run() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (CommandProcess command = new CommandProcess(
                Map.of(),
                "up",
                "--port",
                "19092",
                "--tickets",
                "samples/tickets",
                "--data",
                folder.resolve("idle").toString())) {
            command.discardLines();
            Thread.sleep(SETTLING);
            for (String minute : List.of("first", "second")) {
                Duration before = command.cpu();
                Thread.sleep(WINDOW);
                double share = (double) command.cpu().minus(before).toNanos() / WINDOW.toNanos();
                rows.add(new Row(
                        "`up`, idle, %s minute, from ten seconds after its start".formatted(minute),
                        "%.1f %% of a core".formatted(share * 100)));
            }
        }
        return rows;
    }
}
