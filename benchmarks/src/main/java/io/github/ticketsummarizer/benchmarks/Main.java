package io.github.ticketsummarizer.benchmarks;

import io.github.ticketsummarizer.benchmarks.command.IdleBenchmark;
import io.github.ticketsummarizer.benchmarks.command.MemoryBenchmark;
import io.github.ticketsummarizer.benchmarks.command.ModelBenchmark;
import io.github.ticketsummarizer.benchmarks.command.StartBenchmark;
import io.github.ticketsummarizer.benchmarks.pipeline.PipelineBenchmark;
import io.github.ticketsummarizer.benchmarks.scaling.ScalingBenchmark;
import io.github.ticketsummarizer.benchmarks.scaling.TakeoverBenchmark;
import io.github.ticketsummarizer.benchmarks.stage.StageBenchmark;
import io.github.ticketsummarizer.benchmarks.tracing.SpanBenchmark;
import io.github.ticketsummarizer.benchmarks.tracing.TracingBenchmark;
import io.github.ticketsummarizer.benchmarks.zendesk.ZendeskBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;

/** Runs the benchmarks named as arguments, or all, and prints their table as Markdown. */
public final class Main {
    private Main() {}

    /** One benchmark. */
    @FunctionalInterface
    private interface Benchmark {
        List<Row> run() throws Exception;
    }

    /**
     * Runs benchmarks, and prints one table.
     *
     * @param args names of benchmarks; none means all
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("benchmarks");
        Map<String, Benchmark> benchmarks = benchmarks(folder);
        Set<String> wanted = args.length == 0 ? benchmarks.keySet() : Set.of(args);
        if (!benchmarks.keySet().containsAll(wanted)) {
            System.err.println("The benchmarks are: " + String.join(" ", benchmarks.keySet()));
            System.exit(2);
        }
        List<Row> rows = new ArrayList<>();
        try {
            measure(benchmarks, wanted, rows);
        } finally {
            Utils.delete(folder.toFile());
        }
        System.out.println(Machine.describe() + "\n\n" + Row.table(rows));
    }

    private static void measure(Map<String, Benchmark> benchmarks, Set<String> wanted, List<Row> rows)
            throws Exception {
        for (Map.Entry<String, Benchmark> benchmark : benchmarks.entrySet()) {
            if (wanted.contains(benchmark.getKey())) {
                System.err.println("measuring: " + benchmark.getKey());
                rows.addAll(benchmark.getValue().run());
            }
        }
    }

    private static Map<String, Benchmark> benchmarks(Path folder) {
        Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
        benchmarks.put("stage", () -> new StageBenchmark(folder).run());
        benchmarks.put("pipeline", () -> new PipelineBenchmark(folder).run());
        benchmarks.put("zendesk", () -> new ZendeskBenchmark().run());
        benchmarks.put("waves", () -> new ModelBenchmark(folder).waves());
        benchmarks.put("commands", () -> new ModelBenchmark(folder).commands());
        benchmarks.put("instant", () -> new ModelBenchmark(folder).instant());
        benchmarks.put("tracing", () -> new TracingBenchmark(folder).waiting());
        benchmarks.put("tracing-busy", () -> new TracingBenchmark(folder).busy());
        benchmarks.put("spans", () -> new SpanBenchmark(folder).run());
        benchmarks.put("memory", () -> new MemoryBenchmark(folder).run());
        benchmarks.put("start", () -> new StartBenchmark(folder).run());
        benchmarks.put("idle", () -> new IdleBenchmark(folder).run());
        benchmarks.put("scaling", () -> new ScalingBenchmark(folder).run());
        benchmarks.put("takeover", () -> new TakeoverBenchmark(folder).run());
        return benchmarks;
    }
}
