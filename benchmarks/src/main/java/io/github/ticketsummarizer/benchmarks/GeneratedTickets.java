package io.github.ticketsummarizer.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sample tickets over and over under new ids, as JSON Lines, and the CSV that asks for them.
 *
 * @param tickets one ticket a line
 * @param csv their ids
 */
public record GeneratedTickets(Path tickets, Path csv) {
    private static final Path SAMPLES = Path.of("samples", "tickets");
    private static final long FIRST_ID = 1_000_000;

    /** The id of a ticket by its place in the file, from 0. */
    public static String id(int index) {
        return Long.toString(FIRST_ID + index);
    }

    /** Writes both files. */
    public static GeneratedTickets write(Path folder, int count) throws IOException {
        GeneratedTickets files = new GeneratedTickets(folder.resolve(count + ".jsonl"), folder.resolve(count + ".csv"));
        ObjectMapper mapper = new ObjectMapper();
        List<ObjectNode> samples = samples(mapper);
        try (BufferedWriter tickets = Files.newBufferedWriter(files.tickets());
                BufferedWriter csv = Files.newBufferedWriter(files.csv())) {
            csv.write("Serial No,Ticket ID\n");
            for (int i = 0; i < count; i++) {
                ObjectNode sample = samples.get(i % samples.size());
                sample.withObject("ticket").put("id", FIRST_ID + i);
                tickets.write(mapper.writeValueAsString(sample) + "\n");
                csv.write("%d,%s%n".formatted(i + 1, id(i)));
            }
        }
        return files;
    }

    private static List<ObjectNode> samples(ObjectMapper mapper) throws IOException {
        List<ObjectNode> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.sorted().toList()) {
                samples.add((ObjectNode) mapper.readTree(file.toFile()));
            }
        }
        return samples;
    }
}
