package io.github.ticketsummarizer.llm.config;

import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the configuration files stand: a folder of the user's, or those that this version comes with. */
public final class ConfigFolder {
    private final @Nullable Path folder;

    private ConfigFolder(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The files that this version comes with. */
    public static ConfigFolder bundled() {
        return new ConfigFolder(null);
    }

    /** The files in a folder. */
    public static ConfigFolder at(Path folder) {
        return new ConfigFolder(folder);
    }

    /** The folder that {@code CONFIG_DIR} names, or else the bundled files. */
    public static ConfigFolder from(Settings settings) {
        String folder = settings.text("CONFIG_DIR");
        return folder == null ? bundled() : at(Path.of(folder));
    }

    /**
     * The text of a file.
     *
     * @param name relative, parts separated by slashes
     * @throws NoSuchFileException when there is no such file
     * @throws IOException when it cannot be read, or is not UTF-8
     */
    public String text(String name) throws IOException {
        if (folder != null) {
            return Files.readString(folder.resolve(name));
        }
        try (InputStream in = ConfigFolder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new NoSuchFileException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One of its files, or what it could have there, as a message names it. */
    public String place(String name) {
        return folder == null ? name + " (built in)" : folder.resolve(name).toString();
    }

    /**
     * The folders inside one of the user's, sorted by name; none where these are the bundled files.
     *
     * @param name relative, parts separated by slashes
     */
    public List<String> folders(String name) {
        if (folder == null || !Files.isDirectory(folder.resolve(name))) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder.resolve(name))) {
            return inside.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text of a file that a folder of the user's may leave to the program.
     *
     * @throws NoSuchFileException when neither has it
     * @throws IOException when it cannot be read, or is not UTF-8
     */
    public String textOrBundled(String name) throws IOException {
        return has(name) ? text(name) : bundled().text(name);
    }

    /** Whether it has a file itself; the bundled files have all. */
    boolean has(String name) {
        return folder == null || Files.exists(folder.resolve(name));
    }

    /** Whether these are the files that this version comes with. */
    boolean isBundled() {
        return folder == null;
    }

    /** As a person would name it. */
    @Override
    public String toString() {
        return folder == null ? "the bundled configuration" : folder.toString();
    }
}
