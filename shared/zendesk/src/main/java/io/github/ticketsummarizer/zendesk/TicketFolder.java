package io.github.ticketsummarizer.zendesk;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder with one file per ticket. {@code ID.json} is taken at its name, so a folder of 100,000 such files costs
 * nothing at start; other {@code .json} files are looked into once, when a ticket is asked for that has no such file.
 * Files put there later are found by the name {@code ID.json} only.
 */
final class TicketFolder implements TicketStore {
    private static final Pattern NAMED_BY_ID = Pattern.compile("[0-9]{1,20}\\.json");

    private final Path folder;
    private final TicketIdReader idReader = new TicketIdReader();
    private @Nullable Index index;

    TicketFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public @Nullable StoredTicket find(String ticketId) throws IOException {
        Path named = folder.resolve(ticketId + ".json");
        Path file = Files.isRegularFile(named) ? named : index().files().get(ticketId);
        return file == null ? null : StoredTicket.of(file);
    }

    @Override
    public synchronized String unreadable() {
        return index == null ? "" : index.unreadable().describe();
    }

    private synchronized Index index() throws IOException {
        if (index == null) {
            index = readIndex();
        }
        return index;
    }

    private Index readIndex() throws IOException {
        Index found = new Index(new HashMap<>(), new UnreadablePlaces());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, TicketFolder::hasOtherName)) {
            for (Path file : files) {
                add(file, found);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    private static boolean hasOtherName(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".json")
                && !NAMED_BY_ID.matcher(name).matches()
                && Files.isRegularFile(file);
    }

    private void add(Path file, Index found) {
        try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()))) {
            String ticketId = idReader.read(in);
            if (ticketId != null) {
                found.files().put(ticketId, file);
                return;
            }
        } catch (IOException notReadable) {
            // Counted below, as a file without an id is.
        }
        found.unreadable().add(file.toString());
    }

    private record Index(Map<String, Path> files, UnreadablePlaces unreadable) {}
}
