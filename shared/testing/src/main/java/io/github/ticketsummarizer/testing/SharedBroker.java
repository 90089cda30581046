package io.github.ticketsummarizer.testing;

import io.github.ticketsummarizer.broker.BrokerSettings;
import io.github.ticketsummarizer.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A broker in a temporary folder, which goes with it. */
record SharedBroker(Path folder, EmbeddedBroker broker) implements AutoCloseable {
    // As the embedded run has them.
    private static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;
    private static final int PARTITIONS = 4;

    static SharedBroker start() {
        Path folder = temporaryFolder();
        EmbeddedBroker broker = new EmbeddedBroker(new BrokerSettings(folder, 0, MAX_RECORD_BYTES, PARTITIONS));
        broker.start();
        return new SharedBroker(folder, broker);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ticket-summarizer-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        broker.close();
        List<Path> deepestFirst;
        try (Stream<Path> content = Files.walk(folder)) {
            deepestFirst = content.toList().reversed();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
