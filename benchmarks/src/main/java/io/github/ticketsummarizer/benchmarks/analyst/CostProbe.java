package io.github.ticketsummarizer.benchmarks.analyst;

import com.sun.management.OperatingSystemMXBean;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What one method costs, in a process of its own with the memory and the compiler that the product has. */
final class CostProbe {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURING = Duration.ofSeconds(3);

    private CostProbe() {}

    /** Measures a method by its place in {@link Methods}; the answer is the cells of a table's row. */
    static String inOwnProcess(int method) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx400m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CostProbe.class.getName(),
                        Integer.toString(method))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = process.inputReader().lines().reduce("", (before, line) -> line);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("measuring method %d failed".formatted(method));
        }
        return last;
    }

    /**
     * Measures from opening what the method needs, learning included, to its first answer, and then answers once warm.
     *
     * @param args the method's place
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        AnalysisConfig config = AnalysisConfig.from(new Settings(System.getenv()));
        List<Example> examples = Tickets.tuneHalf(AnalystComparison.SAMPLES).synthesized(config);
        Duration before = cpu();
        Method method = Methods.all(TextVectors.miniLm()).get(Integer.parseInt(args[0]));
        Classifier classifier = method.fit(config.taxonomy(), examples);
        String first = config.taxonomy()
                .names()
                .get(classifier.best(examples.getFirst().input()));
        Duration ready = cpu().minus(before);
        double cold = millisPerTicket(classifier, examples, WARM_UP);
        double warm = millisPerTicket(classifier, examples, MEASURING);
        System.err.printf("first answer %s; %.2f ms a ticket before it was warm%n", first, cold);
        System.out.printf(
                Locale.ROOT, "%.2f s | %.2f ms | %d MB%n", ready.toMillis() / 1e3, warm, residentBytes() / 1_000_000);
    }

    private static double millisPerTicket(Classifier classifier, List<Example> examples, Duration atLeast) {
        Duration before = cpu();
        int judged = 0;
        while (cpu().minus(before).compareTo(atLeast) < 0) {
            for (Example example : examples) {
                judged += classifier.best(example.input()) >= 0 ? 1 : 0;
            }
        }
        return cpu().minus(before).toNanos() / 1e6 / judged;
    }

    /** Processor time so far, over all threads: unlike the clock it does not count what else the machine does. */
    private static Duration cpu() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }

    /** The high-water mark that Linux keeps. */
    private static long residentBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
