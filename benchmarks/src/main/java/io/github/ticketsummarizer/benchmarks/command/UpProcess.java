package io.github.ticketsummarizer.benchmarks.command;

import io.github.ticketsummarizer.benchmarks.GeneratedTickets;
import io.github.ticketsummarizer.benchmarks.OutputCounter;
import io.github.ticketsummarizer.benchmarks.Submissions;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.streams.Topics;
import io.github.ticketsummarizer.streams.runtime.KafkaSettings;
import io.github.ticketsummarizer.streams.stage.RecordLimit;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code up} in a process of its own, in the JVM that the launcher chooses, and the tickets that are sent to it. */
public final class UpProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Kafka at (\\S+), until Ctrl-C");

    private final CommandProcess process;
    private final Submissions submissions;
    private final OutputCounter reports;
    private int sent;

    /**
     * Comes back when the services run.
     *
     * @param provider who is asked for every ticket
     * @throws IllegalStateException when they do not
     */
    public UpProcess(Map<String, String> environment, GeneratedTickets files, String provider, Path data)
            throws IOException {
        this.process = new CommandProcess(
                environment, "up", "--port", "0", "--tickets", files.tickets().toString(), "--data", data.toString());
        KafkaSettings kafka = new KafkaSettings(bootstrapServers(), Map.of(), RecordLimit.DEFAULT_BYTES);
        process.discardLines();
        Topics topics = new Topics(new Json(), kafka.maxRecordBytes());
        this.submissions = new Submissions(kafka, topics, provider);
        this.reports = new OutputCounter(kafka, topics.merged());
    }

    private String bootstrapServers() throws IOException {
        StringBuilder printed = new StringBuilder();
        BufferedReader lines = process.lines();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            printed.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return ready.group(1);
            }
        }
        throw new IllegalStateException("up did not start:\n" + printed);
    }

    /**
     * Sends the next so many tickets, and comes back when their reports are committed.
     *
     * @return seconds
     */
    public double work(int tickets) {
        long from = System.nanoTime();
        submissions.send(sent, tickets);
        sent += tickets;
        return (reports.await(sent) - from) / 1e9;
    }

    /** Processor time of its process so far, over all cores. */
    public Duration cpu() {
        return process.cpu();
    }

    /** Ends it, and waits until it has sent what it had to send. */
    @Override
    public void close() {
        reports.close();
        process.close();
    }
}
