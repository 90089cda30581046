package io.github.ticketsummarizer.benchmarks.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A stand-in for an API as a process of its own, so that what it takes is not counted as the pipeline's. */
public final class StandIn implements AutoCloseable {
    private static final String EXPORT = "export ";
    private static final Pattern READY = Pattern.compile("(answering|a stand-in for Zendesk) at .*");

    private final CommandProcess process;
    private final Map<String, String> settings = new HashMap<>();

    private StandIn(String... arguments) throws IOException {
        this.process = new CommandProcess(Map.of(), arguments);
        BufferedReader lines = process.lines();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(EXPORT)) {
                String[] setting = line.substring(EXPORT.length()).split("=", 2);
                settings.put(setting[0], setting[1]);
            } else if (READY.matcher(line).matches()) {
                return;
            }
        }
        throw new IllegalStateException("%s did not start".formatted(arguments[0]));
    }

    /**
     * Starts {@code fake-llm} on any port.
     *
     * @param latency of its answers, as its option takes it
     */
    public static StandIn models(String latency) throws IOException {
        return new StandIn("fake-llm", "--port", "0", "--latency", latency);
    }

    /**
     * Starts {@code fake-zendesk} on any port.
     *
     * @param tickets how many it has, made up
     * @param limit requests a minute
     */
    public static StandIn zendesk(int tickets, int limit) throws IOException {
        return new StandIn(
                "fake-zendesk",
                "--port",
                "0",
                "--made-up",
                Integer.toString(tickets),
                "--limit",
                Integer.toString(limit));
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
