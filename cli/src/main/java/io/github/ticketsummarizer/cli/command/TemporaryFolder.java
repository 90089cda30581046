package io.github.ticketsummarizer.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for a run of which nothing is kept. */
record TemporaryFolder(Path path) implements AutoCloseable {
    /** Makes a new one, which only its owner may read. */
    static TemporaryFolder create(String name) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(name));
    }

    /** Deletes it with all that is in it. */
    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(path)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
