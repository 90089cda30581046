package io.github.ticketsummarizer.benchmarks;

import io.github.ticketsummarizer.benchmarks.stage.StageBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the benchmarks named as arguments, or all, and prints their table as Markdown. */
public final class Main {
    private Main() {}

    /** @param args names of benchmarks; none means all */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        List<Row> rows = new ArrayList<>();
        rows.addAll(new StageBenchmark(folder).run());
        System.out.println(Machine.describe() + "\n\n" + Row.table(rows));
    }
}
