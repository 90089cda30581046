package io.github.ticketsummarizer.cli.output;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that takes its name only when it is whole: a reader sees the old one, or none, or the new one. */
final class PendingFile implements Closeable {
    private final Path target;
    private final Path temporary;
    private final BufferedWriter writer;
    private boolean committed;

    /** @param create whether the temporary file may be there already */
    PendingFile(Path target, StandardOpenOption create) throws IOException {
        this.target = target;
        this.temporary = target.resolveSibling("." + target.getFileName() + ".part");
        // Not Files.newBufferedWriter, which throws at half a surrogate pair; ticket text has them.
        this.writer = new BufferedWriter(new OutputStreamWriter(
                Files.newOutputStream(
                        temporary, create, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                StandardCharsets.UTF_8));
    }

    Path target() {
        return target;
    }

    Writer writer() {
        return writer;
    }

    void commit() throws IOException {
        writer.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
    }

    @Override
    public void close() throws IOException {
        writer.close();
        if (!committed) {
            Files.deleteIfExists(temporary);
        }
    }
}
