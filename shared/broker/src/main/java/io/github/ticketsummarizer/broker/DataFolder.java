package io.github.ticketsummarizer.broker;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The broker's folder, held by one broker at a time. The lock is ours and taken first: in one process with its
 * controller, Kafka would take its own only after it has written to the metadata log.
 */
final class DataFolder implements AutoCloseable {
    static final int NODE_ID = 1;

    /** Locked while a broker runs; a folder without it is somebody else's. */
    static final String LOCK_FILE = "ticket-summarizer.lock";

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder where it is missing, and takes it.
     *
     * @throws BrokerException if it cannot be made or written, belongs to something else, or another broker has it
     */
    static DataFolder take(Path path) {
        if (path.toString().contains(",")) {
            throw new BrokerException(
                    "Kafka takes a comma in the data folder's path %s for the end of it: choose another folder with --data"
                            .formatted(path));
        }
        FileChannel lockFile = null;
        try {
            Files.createDirectories(path);
            refuseForeign(path);
            lockFile = FileChannel.open(path.resolve(LOCK_FILE), CREATE, WRITE);
            if (!lock(lockFile)) {
                throw new BrokerException(
                        "another broker is using the data folder %s: stop it, or choose another folder with --data"
                                .formatted(path));
            }
            return new DataFolder(path, lockFile);
        } catch (IOException e) {
            Utils.closeQuietly(lockFile, LOCK_FILE);
            throw new BrokerException(
                    "cannot use the data folder %s (%s): make it a folder you may write to, or choose another with --data"
                            .formatted(path, e),
                    e);
        } catch (BrokerException e) {
            Utils.closeQuietly(lockFile, LOCK_FILE);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Writes Kafka's identity files, unless the folder has them. */
    void format() throws Exception {
        if (Files.exists(path.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE_ID)
                .setControllerListenerName(LoopbackSockets.CONTROLLER)
                .addDirectory(path.toString())
                .setMetadataLogDirectory(path.toString())
                .run();
    }

    /** Lets another broker take it. */
    @Override
    public void close() {
        Utils.closeQuietly(lockFile, LOCK_FILE);
    }

    private static void refuseForeign(Path path) throws IOException {
        if (Files.exists(path.resolve(LOCK_FILE))) {
            return;
        }
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new BrokerException(
                        "the folder %s holds something else than a broker's data: choose an empty one with --data"
                                .formatted(path));
            }
        }
    }

    private static boolean lock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
