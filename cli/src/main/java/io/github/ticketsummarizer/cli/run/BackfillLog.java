package io.github.ticketsummarizer.cli.run;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.zendesk.backfill.BackfillQuery;
import io.github.ticketsummarizer.zendesk.backfill.BackfillQuery.Search;
import io.github.ticketsummarizer.zendesk.backfill.BackfillQuery.UpdatedSince;
import io.github.ticketsummarizer.zendesk.backfill.IdPage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a backfill is, as lines of JSON: the query, then each page with the ids that are new on it and the cursor to
 * the next one. A line is on disk before its ids are sent, so only those of the last line may not have been.
 */
final class BackfillLog implements Closeable {
    private final FileChannel file;
    private final Json json;
    private final BackfillQuery query;
    private final Set<String> ids = new LinkedHashSet<>();
    private @Nullable Page last;

    /** The first line; one of the two is there. */
    private record Query(@Nullable String search, @Nullable Instant updatedSince) {}

    /** A further line. */
    private record Page(List<String> ticketIds, @Nullable String cursor) {}

    private BackfillLog(FileChannel file, Json json, BackfillQuery query) {
        this.file = file;
        this.json = json;
        this.query = query;
    }

    /** Begins a log. */
    static BackfillLog create(Path path, Json json, BackfillQuery query) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        BackfillLog log = new BackfillLog(file, json, query);
        log.append(
                switch (query) {
                    case Search(String words) -> new Query(words, null);
                    case UpdatedSince(Instant time) -> new Query(null, time);
                });
        return log;
    }

    /** Opens a log to go on with it; a last line that a kill cut short is dropped. */
    static BackfillLog open(Path path, Json json) throws IOException {
        String text = Files.readString(path);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        List<String> lines = whole.lines().toList();
        if (lines.isEmpty()) {
            throw new IOException("%s is empty".formatted(path));
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
        file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        file.position(file.size());
        BackfillLog log = new BackfillLog(file, json, query(json.mapper().readValue(lines.getFirst(), Query.class)));
        for (String line : lines.subList(1, lines.size())) {
            log.note(json.mapper().readValue(line, Page.class));
        }
        return log;
    }

    private static BackfillQuery query(Query line) {
        return line.search() == null
                ? new UpdatedSince(Objects.requireNonNull(line.updatedSince(), "updated_since"))
                : new Search(line.search());
    }

    /** What is looked for. */
    BackfillQuery query() {
        return query;
    }

    /** All ids so far, each once, in the order in which they were found. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    int size() {
        return ids.size();
    }

    /** The cursor to the page after the last one; null before the first page. */
    @Nullable
    String cursor() {
        return last == null ? null : last.cursor();
    }

    /** Whether the last page was found. */
    boolean isAtEnd() {
        return last != null && last.cursor() == null;
    }

    /** The new ids of the last page, which may not have been sent; all others were. */
    List<String> newest() {
        return last == null ? List.of() : last.ticketIds();
    }

    /** Keeps a page, and of its ids those that are new. */
    void add(IdPage page) throws IOException {
        List<String> fresh = page.ticketIds().stream()
                .distinct()
                .filter(id -> !ids.contains(id))
                .toList();
        Page line = new Page(fresh, page.cursor());
        append(line);
        note(line);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void note(Page line) {
        ids.addAll(line.ticketIds());
        last = line;
    }

    private void append(Object line) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap((json.mapper().writeValueAsString(line) + '\n').getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }
}
