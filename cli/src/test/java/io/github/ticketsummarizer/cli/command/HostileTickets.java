package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.model.Attachment;
import io.github.ticketsummarizer.model.CleanText;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tickets of {@code samples/hostile}, and what its table promises of each. */
final class HostileTickets {
    static final Path FOLDER = CommandRunner.HOME.resolve("samples/hostile");
    /** In every text of every hostile ticket, followed by the ticket's id. */
    static final String MARKER = "kestrel9";

    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+) \\| [^|]+ \\| ([^|]*?) ?\\| `(\\w+)` \\|$", Pattern.MULTILINE);

    private final List<Expectation> expectations;

    HostileTickets() {
        try {
            expectations = ROW.matcher(Files.readString(FOLDER.resolve("README.md")))
                    .results()
                    .map(Expectation::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Expectation> expectations() {
        return expectations.stream();
    }

    /** Those of the tickets of a folder that can be read, by id. */
    static Map<String, Ticket> readable(Path folder) throws IOException, InterruptedException {
        Map<String, Ticket> found = new TreeMap<>();
        new FileTicketSource(folder, TicketMappingSettings.DEFAULT)
                .fetch(ids(folder))
                .forEach((id, result) -> {
                    if (result instanceof FetchResult.Found(Ticket ticket)) {
                        found.put(id, ticket);
                    }
                });
        return found;
    }

    /** A ticket for every file: where it cannot be read as one, a ticket whose every text is the file's. */
    static Map<String, Ticket> everyFile() throws IOException, InterruptedException {
        Map<String, Ticket> tickets = readable(FOLDER);
        for (String id : ids(FOLDER)) {
            if (!tickets.containsKey(id)) {
                byte[] file = Files.readAllBytes(FOLDER.resolve(id + ".json"));
                tickets.put(id, saying(CleanText.of(new String(file, StandardCharsets.UTF_8))));
            }
        }
        return tickets;
    }

    private static List<String> ids(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Ticket saying(String text) {
        TicketHeader header = new TicketHeader(
                text, text, text, text, text, null, null, 1, new CustomFields(text, Escalation.NONE, text, Map.of()));
        return new Ticket(
                header,
                List.of(new Comment("1", null, text, null, text, true, List.of(new Attachment(text, text, 1)))));
    }

    /**
     * A row of the table.
     *
     * @param asksFor the POD that the ticket wants; empty where it wants none
     * @param outcome {@code success}, or the type of the error
     */
    record Expectation(String ticketId, String asksFor, String outcome) {
        private static Expectation of(MatchResult row) {
            return new Expectation(row.group(1), row.group(2), row.group(3));
        }

        boolean isFailure() {
            return !outcome.equals("success");
        }
    }
}
