package io.github.ticketsummarizer.benchmarks.command;

import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run of {@code ./ticket-summarizer}. The launcher becomes the JVM, so what is read of the process is the JVM's. */
public final class CommandProcess implements AutoCloseable {
    private static final Duration SAMPLE_INTERVAL = Duration.ofMillis(100);

    private final Process process;
    private final long startedNanos = System.nanoTime();

    /** Starts it from the repository's root, with any free port for health; what it prints is in {@link #lines}. */
    public CommandProcess(Map<String, String> environment, String... arguments) throws IOException {
        this(environment, ProcessBuilder.Redirect.PIPE, arguments);
    }

    /** The same, with what it prints at the end of a file. */
    public CommandProcess(Map<String, String> environment, Path printed, String... arguments) throws IOException {
        this(environment, ProcessBuilder.Redirect.appendTo(printed.toFile()), arguments);
    }

    private CommandProcess(Map<String, String> environment, ProcessBuilder.Redirect printed, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("./ticket-summarizer"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed);
        builder.environment().put("HTTP_PORT", "0");
        builder.environment().putAll(environment);
        this.process = builder.start();
    }

    /**
     * Starts {@code run} with both analyses of tickets from files.
     *
     * @param scratch for its data and, below {@code output}, its outputs
     */
    public static CommandProcess run(
            Map<String, String> environment, GeneratedTickets tickets, String provider, Path scratch)
            throws IOException {
        return new CommandProcess(
                environment,
                "run",
                "--input",
                tickets.csv().toString(),
                "--tickets",
                tickets.tickets().toString(),
                "--analysis-type",
                "both",
                "--model-provider",
                provider,
                "--data",
                scratch.resolve("data").toString(),
                "--output",
                scratch.resolve("output").toString());
    }

    /** What it prints, until it ends. Somebody has to read it, or it waits. */
    BufferedReader lines() {
        return process.inputReader();
    }

    /** Lets it print on, which nobody reads; it would wait otherwise. */
    void discardLines() {
        var _ = Thread.ofVirtual().start(() -> {
            try {
                lines().transferTo(Writer.nullWriter());
            } catch (IOException ended) {
                // Its pipe was closed under the reader.
            }
        });
    }

    /** Reads what it still prints, and waits for its end. */
    public void awaitEnd() throws IOException, InterruptedException {
        process.inputReader().transferTo(Writer.nullWriter());
        process.waitFor();
    }

    /** Since the start of the launcher. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /**
     * Processor time so far, over all cores.
     *
     * @throws IllegalStateException when it has ended
     */
    public Duration cpu() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it has ended, with exit code " + process.exitValue());
        }
        return process.info().totalCpuDuration().orElseThrow();
    }

    /**
     * What it took from its start to its end.
     *
     * @param peakResidentBytes its largest resident size
     * @param cpu processor time over all cores, a tenth of a second too little at most
     */
    public record Usage(long peakResidentBytes, Duration cpu) {}

    /**
     * Reads what it prints until it ends.
     *
     * @throws IllegalStateException when it fails
     */
    public Usage usageAtEnd() throws IOException, InterruptedException {
        StringBuilder printed = new StringBuilder();
        Thread reader = Thread.ofVirtual()
                .start(() ->
                        lines().lines().forEach(line -> printed.append(line).append('\n')));
        long peak = 0;
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(SAMPLE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentBytes());
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        reader.join();
        if (process.exitValue() != 0) {
            throw new IllegalStateException("exit code %d:%n%s".formatted(process.exitValue(), printed));
        }
        return new Usage(peak, cpu);
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it as Ctrl-C does not, but a service manager does. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The high-water mark that Linux keeps, so that no peak between two samples is missed; 0 once it has ended. */
    private long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            if (process.isAlive()) {
                throw e;
            }
            return 0;
        }
    }
}
