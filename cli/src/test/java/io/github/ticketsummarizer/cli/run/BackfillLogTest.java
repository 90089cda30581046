package io.github.ticketsummarizer.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.zendesk.backfill.BackfillQuery;
import io.github.ticketsummarizer.zendesk.backfill.IdPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillLogTest {
    private static final BackfillQuery QUERY = new BackfillQuery.Search("status:solved \"a b\"");

    private final Json json = new Json();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("backfill.jsonl");
    }

    @Test
    void anotherProcessGoesOnWhereOneStopped() throws IOException {
        try (BackfillLog log = BackfillLog.create(file, json, QUERY)) {
            assertThat(log.cursor()).isNull();
            assertThat(log.newest()).isEmpty();
            log.add(new IdPage(List.of("1", "2"), "c1"));
            log.add(new IdPage(List.of("2", "3", "3"), "c2"));
        }

        try (BackfillLog log = BackfillLog.open(file, json)) {
            assertThat(log.query()).isEqualTo(QUERY);
            assertThat(log.ids()).containsExactly("1", "2", "3");
            assertThat(log.newest()).containsExactly("3");
            assertThat(log.cursor()).isEqualTo("c2");
            assertThat(log.isAtEnd()).isFalse();
            log.add(new IdPage(List.of("1", "4"), null));
        }

        try (BackfillLog log = BackfillLog.open(file, json)) {
            assertThat(log.ids()).containsExactly("1", "2", "3", "4");
            assertThat(log.newest()).containsExactly("4");
            assertThat(log.isAtEnd()).isTrue();
        }
    }

    @Test
    void aLineThatAKillCutShortIsFoundAgain() throws IOException {
        try (BackfillLog log = BackfillLog.create(file, json, QUERY)) {
            log.add(new IdPage(List.of("1"), "c1"));
        }
        Files.writeString(file, "{\"ticket_ids\":[\"2\",", StandardOpenOption.APPEND);

        try (BackfillLog log = BackfillLog.open(file, json)) {
            assertThat(log.ids()).containsExactly("1");
            assertThat(log.cursor()).isEqualTo("c1");
            log.add(new IdPage(List.of("2"), null));
        }

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"search\":\"status:solved \\\"a b\\\"\"}",
                        "{\"ticket_ids\":[\"1\"],\"cursor\":\"c1\"}",
                        "{\"ticket_ids\":[\"2\"]}");
    }

    @Test
    void aTimeIsKeptAsItIs() throws IOException {
        BackfillQuery since = new BackfillQuery.UpdatedSince(Instant.parse("2026-02-28T18:30:00Z"));
        BackfillLog.create(file, json, since).close();

        try (BackfillLog log = BackfillLog.open(file, json)) {
            assertThat(log.query()).isEqualTo(since);
        }
    }
}
