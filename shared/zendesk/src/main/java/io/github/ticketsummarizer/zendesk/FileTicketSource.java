package io.github.ticketsummarizer.zendesk;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.SettingsException;
import io.github.ticketsummarizer.model.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tickets from files in Zendesk's own shapes: an object {@code {"ticket": {…}, "comments": […], "users": […]}} each.
 * The path is a folder with one {@code .json} file per ticket, one {@code .json} file with one ticket, or any other file
 * as JSON Lines. Failures name the file and line, and quote nothing of them.
 */
public final class FileTicketSource implements TicketSource {
    private static final Pattern TICKET_ID = Pattern.compile("[0-9]{1,20}");

    private final Path path;
    private final TicketStore store;
    private final ZendeskTicketMapper mapper;
    private final ObjectReader reader = new ObjectMapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Opens the files; a JSON Lines file is read through once.
     *
     * @throws SettingsException when the path does not exist or cannot be read; it names the setting and the flag
     */
    public FileTicketSource(Path path, TicketMappingSettings settings) {
        this.path = path;
        this.store = open(path);
        this.mapper = new ZendeskTicketMapper(settings);
    }

    /**
     * Looks for tickets without reading what they say.
     *
     * @return those of the given ids that no file has
     * @throws SettingsException when the path does not exist or cannot be read
     * @throws IOException when a file cannot be read; the message names it
     */
    public static List<String> missing(Path path, List<String> ticketIds) throws IOException {
        TicketStore store = open(path);
        List<String> missing = new ArrayList<>();
        for (String ticketId : ticketIds) {
            if (!TICKET_ID.matcher(ticketId).matches() || store.find(ticketId) == null) {
                missing.add(ticketId);
            }
        }
        return missing;
    }

    @Override
    public Map<String, FetchResult> fetch(List<String> ticketIds) throws InterruptedException {
        Map<String, FetchResult> results = new LinkedHashMap<>();
        for (String ticketId : ticketIds) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while reading tickets from " + path);
            }
            results.put(ticketId, fetch(ticketId));
        }
        return results;
    }

    private FetchResult fetch(String ticketId) {
        try {
            // What is not an id must not become part of a file name.
            StoredTicket stored = TICKET_ID.matcher(ticketId).matches() ? store.find(ticketId) : null;
            return stored == null ? notFound(ticketId) : parse(stored, ticketId);
        } catch (IOException e) {
            return badAnswer("ticket %s cannot be read: %s".formatted(ticketId, e.getMessage()));
        }
    }

    private FetchResult parse(StoredTicket stored, String ticketId) {
        try {
            JsonNode document = reader.readTree(stored.json());
            Ticket ticket = mapper.map(document.path("ticket"), document.path("comments"), document.path("users"));
            return ticket.header().ticketId().equals(ticketId)
                    ? new FetchResult.Found(ticket)
                    : badAnswer("%s should hold ticket %s, but holds another; rename the file, or restart if it changed"
                            .formatted(stored.place(), ticketId));
        } catch (JsonProcessingException e) {
            String wayOut = store instanceof TicketFile ? "; if it has one ticket a line, name it .jsonl" : "";
            return badAnswer(
                    "%s is not one JSON object%s%s".formatted(stored.place(), position(e.getLocation()), wayOut));
        } catch (IOException e) {
            return badAnswer("%s cannot be read: %s".formatted(stored.place(), e.getMessage()));
        } catch (ZendeskShapeException e) {
            return badAnswer("%s is not in Zendesk's shape: %s".formatted(stored.place(), e.getMessage()));
        }
    }

    private FetchResult notFound(String ticketId) {
        return new FetchResult.Failed(CallFailure.permanent(
                ErrorType.TICKET_NOT_FOUND,
                "ticket %s is not in %s%s; check the id, and the path given by TICKET_PATH or --tickets"
                        .formatted(ticketId, path, store.unreadable())));
    }

    private static FetchResult badAnswer(String message) {
        return new FetchResult.Failed(CallFailure.permanent(ErrorType.ZENDESK_BAD_ANSWER, message));
    }

    private String position(@Nullable JsonLocation location) {
        if (location == null) {
            return "";
        }
        return store instanceof TicketLines
                ? " (at column %d)".formatted(location.getColumnNr())
                : " (at line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static TicketStore open(Path path) {
        if (Files.exists(path) && !Files.isReadable(path)) {
            throw unusable(path, "cannot be read");
        }
        if (Files.isDirectory(path)) {
            return new TicketFolder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw unusable(path, Files.exists(path) ? "is neither a file nor a folder" : "does not exist");
        }
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return new TicketFile(path);
        }
        try {
            return new TicketLines(path);
        } catch (IOException e) {
            throw unusable(path, "cannot be read (%s)".formatted(e.getMessage()));
        }
    }

    private static SettingsException unusable(Path path, String what) {
        return new SettingsException(List.of(
                "TICKET_PATH: %s %s; give a folder of .json files, one .json file or a JSON Lines file, with TICKET_PATH or --tickets"
                        .formatted(path, what)));
    }
}
