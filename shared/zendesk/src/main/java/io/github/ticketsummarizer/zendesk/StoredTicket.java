package io.github.ticketsummarizer.zendesk;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The JSON of one ticket as it lies in a file, not yet parsed.
 *
 * @param place the file, and the line where it has one ticket a line, as a person would look for it
 */
record StoredTicket(String place, byte[] json) {
    /** More than any real ticket has (its record may have 8 MiB); protects the heap from a file that is not tickets. */
    static final int MAX_BYTES = 64 * 1024 * 1024;

    /** Reads a file that is one ticket. */
    static StoredTicket of(Path file) throws IOException {
        // Not through a channel: those close when the reading thread is interrupted, and calls are.
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            byte[] json = in.readNBytes(MAX_BYTES + 1);
            if (json.length > MAX_BYTES) {
                throw new IOException("%s is larger than %d bytes, which no ticket is".formatted(file, MAX_BYTES));
            }
            return new StoredTicket(file.toString(), json);
        }
    }
}
