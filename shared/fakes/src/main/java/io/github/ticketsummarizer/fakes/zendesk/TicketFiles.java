package io.github.ticketsummarizer.fakes.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads tickets from files, each an object {@code {"ticket": {…}, "comments": […], "users": […]}}. */
public final class TicketFiles {
    private TicketFiles() {}

    /**
     * All {@code .json} files of a folder.
     *
     * @throws IOException when a file cannot be read or has no ticket; the message names it
     */
    public static List<FakeTicket> in(Path folder) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<FakeTicket> tickets = new ArrayList<>();
        for (Path file : files) {
            tickets.add(read(mapper, file));
        }
        return tickets;
    }

    private static FakeTicket read(JsonMapper mapper, Path file) throws IOException {
        JsonNode stored = mapper.readTree(file.toFile());
        if (stored.path("ticket") instanceof ObjectNode ticket
                && ticket.path("id").isIntegralNumber()) {
            return new FakeTicket(ticket, list(stored.path("comments")), list(stored.path("users")));
        }
        throw new IOException("%s has no object 'ticket' with an id".formatted(file));
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
