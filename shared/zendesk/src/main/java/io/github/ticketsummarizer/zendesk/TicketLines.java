package io.github.ticketsummarizer.zendesk;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Lines file with one ticket a line. It is read through once to learn where each ticket lies, and a ticket is
 * read from there when it is asked for: memory grows with the number of tickets, not with their size. Of two lines with
 * the same ticket the later one counts, as in a file that exports are appended to.
 */
final class TicketLines implements TicketStore {
    private final Path file;
    private final TicketIdReader idReader = new TicketIdReader();
    private final Map<String, Line> lines = new HashMap<>();
    private final UnreadablePlaces unreadable = new UnreadablePlaces();

    /** @throws IOException when the file cannot be read */
    TicketLines(Path file) throws IOException {
        this.file = file;
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            new LineScanner(in, StoredTicket.MAX_BYTES).scan(this::add);
        }
    }

    @Override
    public @Nullable StoredTicket find(String ticketId) throws IOException {
        Line line = lines.get(ticketId);
        if (line == null) {
            return null;
        }
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            in.skipNBytes(line.offset());
            return new StoredTicket(place(line.number()), in.readNBytes(line.length()));
        }
    }

    @Override
    public String unreadable() {
        return unreadable.describe();
    }

    private void add(LineScanner.Line line) {
        try {
            String ticketId = line.isTooLong() ? null : idReader.read(new ByteArrayInputStream(line.bytes()));
            if (ticketId != null) {
                lines.put(ticketId, new Line(line.offset(), line.bytes().length, line.number()));
                return;
            }
        } catch (IOException notReadable) {
            // Counted below, as a line without an id is.
        }
        unreadable.add(place(line.number()));
    }

    private String place(long number) {
        return "%s line %d".formatted(file, number);
    }

    private record Line(long offset, int length, long number) {}
}
