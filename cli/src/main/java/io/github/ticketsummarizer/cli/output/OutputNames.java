package io.github.ticketsummarizer.cli.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files of one run, all with the same time in their names, held so that no other run takes them. */
final class OutputNames implements Closeable {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    private final Path folder;
    private final String stamp;
    private final List<Reserved> pairs = new ArrayList<>();

    private OutputNames(Path folder, String stamp) {
        this.folder = folder;
        this.stamp = stamp;
    }

    /** A pair of files being written. */
    record Reserved(OutputKind kind, PendingFile json, PendingFile csv) {}

    /** Takes the names of that second, or of the first one after it whose names are free. */
    static OutputNames unused(Path folder, List<OutputKind> kinds, LocalDateTime now) throws IOException {
        LocalDateTime second = now;
        while (true) {
            OutputNames names = new OutputNames(folder, STAMP.format(second));
            try {
                names.takeUnused(kinds);
                return names;
            } catch (FileAlreadyExistsException taken) {
                names.close();
                second = second.plusSeconds(1);
            }
        }
    }

    /** Takes names that this run had before, whatever stands there. */
    static OutputNames again(Path folder, List<OutputKind> kinds, String stamp) throws IOException {
        OutputNames names = new OutputNames(folder, stamp);
        for (OutputKind kind : kinds) {
            names.pairs.add(new Reserved(
                    kind,
                    new PendingFile(names.path(kind, "json"), StandardOpenOption.CREATE),
                    new PendingFile(names.path(kind, "csv"), StandardOpenOption.CREATE)));
        }
        return names;
    }

    /** The time in the names, for {@link #again}. */
    String stamp() {
        return stamp;
    }

    List<Reserved> pairs() {
        return List.copyOf(pairs);
    }

    /** Every file, in the order in which it gets its name. */
    List<Path> paths() {
        return pairs.stream()
                .flatMap(pair -> List.of(pair.json(), pair.csv()).stream())
                .map(PendingFile::target)
                .toList();
    }

    @Override
    public void close() throws IOException {
        for (Reserved pair : pairs) {
            pair.json().close();
            pair.csv().close();
        }
    }

    private void takeUnused(List<OutputKind> kinds) throws IOException {
        for (OutputKind kind : kinds) {
            for (String extension : List.of("json", "csv")) {
                Path path = path(kind, extension);
                if (Files.exists(path)) {
                    throw new FileAlreadyExistsException(path.toString());
                }
            }
        }
        for (OutputKind kind : kinds) {
            PendingFile json = new PendingFile(path(kind, "json"), StandardOpenOption.CREATE_NEW);
            // Whoever holds the JSON's temporary file holds the pair.
            PendingFile csv = new PendingFile(path(kind, "csv"), StandardOpenOption.CREATE);
            pairs.add(new Reserved(kind, json, csv));
        }
    }

    private Path path(OutputKind kind, String extension) {
        return folder.resolve(kind.fileName(stamp, extension));
    }
}
