package io.github.ticketsummarizer.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticketsummarizer.fakes.zendesk.FakeTicket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Tickets of the stand-in for Zendesk as files. */
public final class TicketFolder {
    private TicketFolder() {}

    /** Writes a file named by its id for each ticket. */
    public static void write(Path folder, Collection<FakeTicket> tickets) throws IOException {
        for (FakeTicket ticket : tickets) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.set("ticket", ticket.ticket());
            document.putArray("comments").addAll(ticket.comments());
            document.putArray("users").addAll(ticket.users());
            Files.writeString(folder.resolve(ticket.id() + ".json"), document.toString());
        }
    }
}
