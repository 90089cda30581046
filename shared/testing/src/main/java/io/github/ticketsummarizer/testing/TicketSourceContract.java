package io.github.ticketsummarizer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.fakes.zendesk.MadeUpTickets;
import io.github.ticketsummarizer.model.Attachment;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every source of tickets does: from the same data come the same tickets. A subclass makes its source of a folder
 * with one JSON file a ticket, in the shapes of Zendesk's API, and reads with the default settings.
 */
public abstract class TicketSourceContract {
    private static final String TICKET = """
            {"ticket": {
               "id": 4711, "url": "https://example.zendesk.com/api/v2/tickets/4711.json", "subject": "Nothing shows",
               "description": "It was there yesterday.", "status": "solved", "priority": null,
               "created_at": "2026-03-01T04:30:00Z", "updated_at": "2026-03-02T05:00:00Z", "some_new_field": {"a": []},
               "custom_fields": [
                 {"id": 41001255923353, "value": "diagnostic_yes"}, {"id": 48570811421977, "value": ["cross_team_succ"]},
                 {"id": 360024807472, "value": "https://example.atlassian.net/browse/WFE-12"},
                 {"id": 360024846991, "value": null}, {"id": 5, "value": true}]},
             "comments": [
               {"id": 1, "type": "Comment", "author_id": 90, "body": "markdown", "html_body": "<p>html</p>",
                "plain_body": "It was there yesterday.", "public": true, "created_at": "2026-03-01T04:30:00Z",
                "attachments": [{"id": 7, "file_name": "screen.png", "content_type": "image/png", "size": 1024,
                                 "content_url": "https://elsewhere.example.com/screen.png"}]},
               {"id": 2, "type": "Comment", "author_id": 91, "body": "x", "html_body": "<p>Line one<br>line two</p>",
                "plain_body": "", "public": false, "created_at": "2026-03-01T05:00:00Z", "attachments": []},
               {"id": 3, "type": "VoiceComment", "author_id": -1, "body": "A call.", "public": true,
                "created_at": "2026-03-01T06:00:00Z"}],
             "users": [{"id": 90, "name": "Ada"}, {"id": 91, "name": "Ben"}, {"id": 92, "name": "Not in it"}]}
            """;

    /** A source of the tickets in a folder; called once for each test. */
    protected abstract TicketSource source(Path folder) throws Exception;

    @Test
    void aTicketComesWithItsCustomFieldsAndAllComments(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("4711.json"), TICKET);

        Ticket ticket = found(source(folder), "4711");

        assertThat(ticket.header())
                .isEqualTo(new TicketHeader(
                        "4711",
                        "Nothing shows",
                        "It was there yesterday.",
                        "https://example.zendesk.com/agent/tickets/4711",
                        "solved",
                        Instant.parse("2026-03-01T04:30:00Z"),
                        Instant.parse("2026-03-02T05:00:00Z"),
                        3,
                        new CustomFields(
                                "Yes",
                                new Escalation("SUCC", "https://example.atlassian.net/browse/WFE-12", "WFE-12", true),
                                "Not provided",
                                Map.of())));
        assertThat(ticket.comments())
                .containsExactly(
                        comment(
                                "1",
                                "90",
                                "Ada",
                                "04:30",
                                "It was there yesterday.",
                                true,
                                List.of(new Attachment("screen.png", "image/png", 1024))),
                        comment("2", "91", "Ben", "05:00", "Line one\nline two", false, List.of()),
                        comment("3", "-1", null, "06:00", "A call.", true, List.of()));
    }

    @Test
    void aLongThreadComesWholeAndInItsOrder(@TempDir Path folder) throws Exception {
        TicketFolder.write(folder, MadeUpTickets.of(1, 250));

        Ticket ticket = found(source(folder), Long.toString(MadeUpTickets.FIRST_ID));

        assertThat(ticket.header().commentsCount()).isEqualTo(250);
        assertThat(ticket.comments())
                .extracting(Comment::id)
                .isEqualTo(IntStream.range(0, 250)
                        .mapToObj(index -> Long.toString(1_000_000_000L + index))
                        .toList());
        assertThat(ticket.comments()).extracting(Comment::authorName).doesNotContainNull();
    }

    @Test
    void eachIdIsAnsweredInTheOrderOfAsking(@TempDir Path folder) throws Exception {
        TicketFolder.write(folder, MadeUpTickets.of(120, 1));
        List<String> ids = LongStream.range(0, 121)
                .mapToObj(index -> Long.toString(MadeUpTickets.FIRST_ID + 120 - index))
                .toList();

        Map<String, FetchResult> results = source(folder).fetch(ids);

        assertThat(results.keySet()).containsExactlyElementsOf(ids);
        assertThat(results.get(ids.getFirst())).isInstanceOfSatisfying(FetchResult.Failed.class, missing -> {
            assertThat(missing.failure().errorType()).isEqualTo(ErrorType.TICKET_NOT_FOUND);
            assertThat(missing.failure().retryable()).isFalse();
            assertThat(missing.failure().message()).contains(ids.getFirst());
        });
        for (String id : ids.subList(1, ids.size())) {
            assertThat(results.get(id))
                    .isInstanceOfSatisfying(
                            FetchResult.Found.class,
                            found -> assertThat(found.ticket().header().ticketId())
                                    .isEqualTo(id));
        }
    }

    @Test
    void aTextThatIsTooLongIsCutWithAMark(@TempDir Path folder) throws Exception {
        String text = "x".repeat(70_000);
        Files.writeString(
                folder.resolve("7.json"),
                "{\"ticket\":{\"id\":7},\"comments\":[{\"id\":1,\"author_id\":2,\"plain_body\":\"%s\"}]}"
                        .formatted(text));

        Ticket ticket = found(source(folder), "7");

        assertThat(ticket.comments())
                .singleElement()
                .extracting(Comment::body)
                .satisfies(body -> assertThat(body).isEqualTo(text.substring(0, 65_536) + "… [cut: 4464 characters]"));
    }

    @Test
    void whatIsNoIdIsNotFoundAndAskedNowhere(@TempDir Path folder) throws Exception {
        TicketFolder.write(folder, MadeUpTickets.of(1, 1));

        Map<String, FetchResult> results = source(folder).fetch(List.of("../1", "1?x=", ""));

        assertThat(results.values())
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                FetchResult.Failed.class,
                                failed -> assertThat(failed.failure().errorType())
                                        .isEqualTo(ErrorType.TICKET_NOT_FOUND)));
    }

    private static Comment comment(
            String id,
            String authorId,
            @Nullable String authorName,
            String time,
            String body,
            boolean isPublic,
            List<Attachment> attachments) {
        return new Comment(
                id,
                authorId,
                authorName,
                Instant.parse("2026-03-01T%s:00Z".formatted(time)),
                body,
                isPublic,
                attachments);
    }

    private static Ticket found(TicketSource source, String id) throws InterruptedException {
        if (source.fetch(List.of(id)).get(id) instanceof FetchResult.Found(Ticket ticket)) {
            return ticket;
        }
        throw new AssertionError("ticket %s was not found".formatted(id));
    }
}
