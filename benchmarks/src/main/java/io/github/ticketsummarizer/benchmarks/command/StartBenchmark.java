package io.github.ticketsummarizer.benchmarks.command;

import io.github.ticketsummarizer.benchmarks.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Seconds from typing {@code ./ticket-summarizer demo} to the first report in its progress. */
public final class StartBenchmark {
    private static final int STARTS = 5;
    private static final Pattern FIRST_REPORT = Pattern.compile("reports [1-9]");

    private final Path folder;

    /** @param folder for outputs, and for a cache of its own */
    public StartBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Measures the start that makes the cache, those after it, and starts that ignore it. */
    public List<Row> run() throws IOException, InterruptedException {
        String cache = folder.resolve("cache").toString();
        List<Row> rows = new ArrayList<>();
        rows.add(row("the start that makes the cache", Map.of("XDG_CACHE_HOME", cache), 1));
        rows.add(row("with the cache", Map.of("XDG_CACHE_HOME", cache), STARTS));
        rows.add(row(
                "without a cache",
                Map.of("XDG_CACHE_HOME", cache, "TICKET_SUMMARIZER_JAVA_OPTS", "-XX:AOTMode=off"),
                STARTS));
        return rows;
    }

    private Row row(String how, Map<String, String> environment, int starts) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            seconds.add(secondsToFirstReport(environment));
        }
        seconds.sort(null);
        return new Row(
                "`demo` to its first report, " + how,
                starts == 1
                        ? "%.1f s".formatted(seconds.getFirst())
                        : "%.1f s (median of %d; %.1f to %.1f)"
                                .formatted(seconds.get(starts / 2), starts, seconds.getFirst(), seconds.getLast()));
    }

    private double secondsToFirstReport(Map<String, String> environment) throws IOException, InterruptedException {
        Path output = Files.createTempDirectory(folder, "demo");
        try (CommandProcess command = new CommandProcess(environment, "demo", "--output", output.toString())) {
            StringBuilder printed = new StringBuilder();
            BufferedReader lines = command.lines();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.append(line).append('\n');
                if (FIRST_REPORT.matcher(line).find()) {
                    double seconds = command.elapsed().toMillis() / 1e3;
                    command.awaitEnd();
                    return seconds;
                }
            }
            throw new IllegalStateException("no report came:\n" + printed);
        }
    }
}
