package io.github.ticketsummarizer.cli.run;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * What is kept of a run on this machine: {@code run.json} (the manifest; a run is there when this is), {@code
 * tickets.json} (its input) and {@code reports.jsonl} (what came back). One process at a time works on it. The folder
 * holds ticket text, so only its owner may read it.
 */
public final class RunFolder implements Closeable {
    private static final String MANIFEST = "run.json";

    private final Path folder;
    private final Json json;
    private final FileChannel lock;
    private final List<TicketEntry> tickets;
    private RunManifest manifest;

    private RunFolder(Path folder, Json json, FileChannel lock, List<TicketEntry> tickets, RunManifest manifest) {
        this.folder = folder;
        this.json = json;
        this.lock = lock;
        this.tickets = List.copyOf(tickets);
        this.manifest = manifest;
    }

    /**
     * Keeps a new run.
     *
     * @throws CliException when the folder cannot be written
     */
    public static RunFolder create(Path dataFolder, Json json, RunManifest manifest, List<TicketEntry> tickets) {
        Path folder = folderOf(dataFolder, manifest.run().runId());
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel lock = lock(folder, manifest.run().runId());
            Files.write(folder.resolve("tickets.json"), json.write(tickets));
            RunFolder created = new RunFolder(folder, json, lock, tickets, manifest);
            created.save(manifest);
            return created;
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.USAGE,
                    "%s: cannot keep the run there (%s); choose another folder with --data".formatted(folder, e),
                    e);
        }
    }

    /**
     * Opens a run that was kept before.
     *
     * @throws CliException when there is none of that id, or another process works on it
     */
    public static RunFolder open(Path dataFolder, Json json, String runId) {
        RunIds.startOf(runId);
        Path folder = folderOf(dataFolder, runId);
        if (!Files.exists(folder.resolve(MANIFEST))) {
            throw CliException.usage("no run %s in %s; if it was started with --data, give the same --data"
                    .formatted(runId, dataFolder));
        }
        try {
            FileChannel lock = lock(folder, runId);
            RunManifest manifest =
                    json.mapper().readValue(folder.resolve(MANIFEST).toFile(), RunManifest.class);
            List<TicketEntry> tickets =
                    json.mapper().readValue(folder.resolve("tickets.json").toFile(), new TypeReference<>() {});
            return new RunFolder(folder, json, lock, tickets, manifest);
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.INTERNAL, "%s: the run cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** The run's own folder. */
    public Path path() {
        return folder;
    }

    /** What the run was asked for. */
    public RunManifest manifest() {
        return manifest;
    }

    /** Its input, in order. */
    public List<TicketEntry> tickets() {
        return tickets;
    }

    /** The reports that came so far. */
    ReportSpool openSpool(ReportSpool.Visitor visitor) throws IOException {
        return ReportSpool.open(folder.resolve("reports.jsonl"), json, visitor);
    }

    void save(RunManifest changed) throws IOException {
        Path part = folder.resolve(MANIFEST + ".part");
        Files.write(part, json.write(changed));
        Files.move(part, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        manifest = changed;
    }

    /** Whether anything of it was submitted, so that there is something to go on with. */
    public boolean isSubmitted() {
        return manifest.start() != null;
    }

    /** Takes the run away again when nothing of it was submitted. */
    public void discardIfUnused() throws IOException {
        if (!isSubmitted()) {
            for (String file : List.of(MANIFEST, "tickets.json", "reports.jsonl", "lock")) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.deleteIfExists(folder);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static Path folderOf(Path dataFolder, String runId) {
        return dataFolder.resolve("runs").resolve(runId);
    }

    private static FileChannel lock(Path folder, String runId) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            return channel;
        }
        channel.close();
        throw CliException.usage("run %s is being worked on by another process".formatted(runId));
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
