package io.github.ticketsummarizer.benchmarks.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** {@code fake-llm} as a process of its own, so that what it takes is not counted as the pipeline's. */
public final class StandIn implements AutoCloseable {
    private static final String EXPORT = "export ";

    private final CommandProcess process;
    private final Map<String, String> settings = new HashMap<>();

    /**
     * Starts it on any port.
     *
     * @param latency of its answers, as its option takes it
     */
    public StandIn(String latency) throws IOException {
        this.process = new CommandProcess(Map.of(), "fake-llm", "--port", "0", "--latency", latency);
        BufferedReader lines = process.lines();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(EXPORT)) {
                String[] setting = line.substring(EXPORT.length()).split("=", 2);
                settings.put(setting[0], setting[1]);
            } else if (line.startsWith("answering at")) {
                return;
            }
        }
        throw new IllegalStateException("the stand-in for the models did not start");
    }

    /** What points the program to it. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** Processor time so far. */
    public Duration cpu() {
        return process.cpu();
    }

    @Override
    public void close() {
        process.close();
    }
}
