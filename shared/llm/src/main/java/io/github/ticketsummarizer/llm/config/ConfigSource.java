package io.github.ticketsummarizer.llm.config;

import java.io.IOException;
import java.nio.file.Path;

/** One of the configuration files, and where it stands. */
record ConfigSource(ConfigFolder folder, String fileName) {
    /** A file of any name in any folder. */
    static ConfigSource of(Path file) {
        // An absolute name stands for itself, whatever the folder.
        return new ConfigSource(
                ConfigFolder.at(Path.of("")), file.toAbsolutePath().toString());
    }

    /** The file as a message names it. */
    String place() {
        return folder.place(fileName);
    }

    /** @throws IOException also when it is not there, or not in UTF-8 */
    String text() throws IOException {
        return folder.text(fileName);
    }
}
