package io.github.ticketsummarizer.cli.run;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.ticketsummarizer.cli.CliException;
import io.github.ticketsummarizer.cli.input.TicketEntry;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.model.ExitCode;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.zendesk.backfill.BackfillQuery;
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
 * tickets.json} (its input), {@code backfill.jsonl} (where the input is still being found, how far that is) and {@code
 * reports.jsonl} (what came back). One process at a time works on it. The folder holds ticket text, so only its owner may
 * read it.
 */
public final class RunFolder implements Closeable {
    private static final String MANIFEST = "run.json";
    private static final String TICKETS = "tickets.json";
    private static final String BACKFILL = "backfill.jsonl";

    private final Path folder;
    private final Json json;
    private final FileChannel lock;
    private List<TicketEntry> tickets;
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
            Files.write(folder.resolve(TICKETS), json.write(tickets));
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
     * Keeps a new run whose tickets are yet to be found.
     *
     * @throws CliException when the folder cannot be written
     */
    public static RunFolder createBackfill(Path dataFolder, Json json, RunManifest manifest, BackfillQuery query)
            throws IOException {
        RunFolder created = create(dataFolder, json, manifest, List.of());
        BackfillLog.create(created.folder.resolve(BACKFILL), json, query).close();
        return created;
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
                    json.mapper().readValue(folder.resolve(TICKETS).toFile(), new TypeReference<>() {});
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

    /** Whether its tickets are, or were, found by a query. */
    public boolean isBackfill() {
        return Files.exists(folder.resolve(BACKFILL));
    }

    /** Whether not all of its tickets are found and sent yet. */
    public boolean isBeingFilled() {
        return isBackfill() && tickets.isEmpty();
    }

    /** How far the finding of its tickets is. */
    BackfillLog openBackfill() throws IOException {
        return BackfillLog.open(folder.resolve(BACKFILL), json);
    }

    /** Keeps what was found as the input, once it is all there. */
    void fill(List<TicketEntry> found) throws IOException {
        replace(TICKETS, json.write(found));
        save(manifest.withTicketCount(found.size()));
        tickets = List.copyOf(found);
    }

    /** The reports that came so far. */
    ReportSpool openSpool(ReportSpool.Visitor visitor) throws IOException {
        return ReportSpool.open(folder.resolve("reports.jsonl"), json, visitor);
    }

    void save(RunManifest changed) throws IOException {
        replace(MANIFEST, json.write(changed));
        manifest = changed;
    }

    private void replace(String name, byte[] content) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether anything of it was submitted, so that there is something to go on with. */
    public boolean isSubmitted() {
        return manifest.start() != null;
    }

    /** Keeps what its tickets were expected to cost, unless some were sent already. */
    public void keepEstimate(CostEstimate estimate) throws IOException {
        if (!isSubmitted()) {
            save(manifest.estimatedAt(estimate));
        }
    }

    /** Takes the run away again when nothing of it was submitted. */
    public void discardIfUnused() throws IOException {
        if (!isSubmitted()) {
            for (String file : List.of(MANIFEST, TICKETS, BACKFILL, "reports.jsonl", "lock")) {
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
