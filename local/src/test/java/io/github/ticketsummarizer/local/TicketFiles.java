package io.github.ticketsummarizer.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Small tickets in Zendesk's shapes, one file each. */
final class TicketFiles {
    private static final String TICKET = """
            {"ticket": {"id": %s, "subject": "Smart tip does not show", "description": "The smart tip does not show.",
              "url": "https://example.zendesk.com/api/v2/tickets/%s.json", "status": "solved",
              "created_at": "2026-11-01T10:00:00Z", "updated_at": "2026-11-02T10:00:00Z", "custom_fields": []},
             "comments": [
              {"id": 1, "author_id": 7, "public": true, "created_at": "2026-11-01T10:00:00Z",
               "plain_body": "The smart tip does not show on the checkout page since the last release."},
              {"id": 2, "author_id": 8, "public": false, "created_at": "2026-11-02T10:00:00Z",
               "plain_body": "Root cause: the CSS selector of the element changed. Fixed by reselecting the element."}],
             "users": [{"id": 7, "name": "Ada Customer"}, {"id": 8, "name": "Bob Agent"}]}
            """;

    private final Path folder;

    TicketFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Writes so many tickets and answers their ids. */
    List<String> write(int count) {
        List<String> ids = IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(10_000 + i))
                .toList();
        try {
            Files.createDirectories(folder);
            for (String id : ids) {
                Files.writeString(folder.resolve(id + ".json"), TICKET.formatted(id, id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }
}
