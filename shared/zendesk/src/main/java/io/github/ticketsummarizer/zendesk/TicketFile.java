package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One file that is one ticket. It is read anew each time. */
final class TicketFile implements TicketStore {
    private final Path file;
    private final TicketIdReader idReader = new TicketIdReader();

    TicketFile(Path file) {
        this.file = file;
    }

    @Override
    public @Nullable StoredTicket find(String ticketId) throws IOException {
        StoredTicket only = StoredTicket.of(file);
        try {
            return ticketId.equals(idReader.read(new ByteArrayInputStream(only.json()))) ? only : null;
        } catch (JsonProcessingException notJson) {
            return only; // parsing it will say what is wrong, and where
        }
    }

    @Override
    public String unreadable() {
        return "";
    }
}
