package io.github.ticketsummarizer.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.model.Attachment;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Escalation;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ZendeskTicketMapperTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aTicketIsReadWhole() throws Exception {
        assertThat(map(resource("folder/4711.json"), TicketMappingSettings.DEFAULT))
                .isEqualTo(new Ticket(
                        new TicketHeader(
                                "4711",
                                "Tip points at the wrong field",
                                "The tip sits on the wrong field since Monday.",
                                "https://example.zendesk.com/agent/tickets/4711",
                                "solved",
                                Instant.parse("2026-03-02T09:00:00Z"),
                                Instant.parse("2026-03-04T13:00:00Z"),
                                3,
                                new CustomFields(
                                        "Yes",
                                        new Escalation(
                                                "SUCC", "https://example.atlassian.net/browse/WFE-12", "WFE-12", true),
                                        "Selector matched two elements",
                                        Map.of())),
                        List.of(
                                new Comment(
                                        "9007199254740993",
                                        "21",
                                        "Mira Customer",
                                        Instant.parse("2026-03-02T09:00:00Z"),
                                        "The tip sits on the wrong field since Monday.",
                                        true,
                                        List.of(
                                                new Attachment("tip.png", "image/png", 20480),
                                                new Attachment("redacted.txt", "application/octet-stream", 0))),
                                new Comment(
                                        "2",
                                        "22",
                                        "Anton Agent",
                                        Instant.parse("2026-03-01T09:00:00Z"),
                                        "Checked on stage:\n\n- rule is true\n- two matches",
                                        false,
                                        List.of()),
                                new Comment("3", "404", null, null, "Reselected, works now.", true, List.of()))));
    }

    @Test
    void aTicketWithNothingButAnIdIsATicket() throws Exception {
        TicketHeader empty = new TicketHeader("5", "", "", "", "", null, null, 0, CustomFields.NONE);

        assertThat(map("{'ticket': {'id': 5}}")).isEqualTo(new Ticket(empty, List.of()));
        assertThat(map("{'ticket': {'id': '5', 'subject': null, 'url': null}, 'comments': null, 'users': null}"))
                .isEqualTo(new Ticket(empty, List.of()));
    }

    static Stream<Arguments> wrongShapes() {
        return Stream.of(
                argumentSet("no ticket", "{'id': 5}", "there is no object 'ticket'"),
                argumentSet("a list", "[]", "there is no object 'ticket'"),
                argumentSet("ticket is text", "{'ticket': 'secret'}", "there is no object 'ticket'"),
                argumentSet("no id", "{'ticket': {'id': null}}", "ticket.id is missing"),
                argumentSet(
                        "comments as object", "{'ticket': {'id': 5}, 'comments': {}}", "'comments' is not an array"),
                argumentSet("users as text", "{'ticket': {'id': 5}, 'users': 'secret'}", "'users' is not an array"),
                argumentSet(
                        "comment is text",
                        "{'ticket': {'id': 5}, 'comments': [{}, 'secret']}",
                        "comment 2 is not an object"));
    }

    @ParameterizedTest
    @MethodSource("wrongShapes")
    void aWrongShapeIsNamedAndNotQuoted(String document, String message) {
        assertThatThrownBy(() -> map(document))
                .isInstanceOf(ZendeskShapeException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.zendesk.com/api/v2/tickets/7.json, https://acme.zendesk.com/agent/tickets/7",
        "https://acme.zendesk.com/api/v2/tickets/7, https://acme.zendesk.com/agent/tickets/7",
        "https://acme.zendesk.com/agent/tickets/7, https://acme.zendesk.com/agent/tickets/7",
        "http://127.0.0.1:8089/api/v2/tickets/7.json, http://127.0.0.1:8089/api/v2/tickets/7.json",
        "https://zendesk.com.evil.example/api/v2/tickets/7.json, https://zendesk.com.evil.example/api/v2/tickets/7.json",
        "javascript:alert(1), ''",
        "'not a url', ''",
    })
    void theUrlIsTheOneOfTheAgents(String url, String expected) throws Exception {
        Ticket ticket = map("{'ticket': {'id': 7, 'url': '%s'}}".formatted(url));

        assertThat(ticket.header().url()).isEqualTo(expected);
    }

    @Test
    void aLongTextIsCutWithAMarkThatSaysHowMuchIsMissing() throws Exception {
        TicketMappingSettings short10 = new TicketMappingSettings(CustomFieldIds.DEFAULT, 10, true);
        String document = "{'ticket': {'id': 1, 'description': '%s'}, 'comments': [{'body': '%s'}, {'body': '%s'}]}"
                .formatted("d".repeat(12), "b".repeat(10), "x".repeat(9) + "\\ud83d\\ude80" + "y");

        Ticket ticket = map(document, short10);

        assertThat(ticket.header().description()).isEqualTo("dddddddddd… [cut: 2 characters]");
        assertThat(ticket.comments())
                .extracting(Comment::body)
                .containsExactly("bbbbbbbbbb", "xxxxxxxxx… [cut: 3 characters]");
    }

    @Test
    void internalNotesAreLeftOutWhereTheyMayNotBeRead() throws Exception {
        TicketMappingSettings publicOnly = new TicketMappingSettings(CustomFieldIds.DEFAULT, 1000, false);
        String document = "{'ticket': {'id': 1, 'description': 'D'}, 'comments': [{'body': 'a', 'public': %s},"
                + " {'body': 'b', 'public': false}, {'body': 'c'}]}";

        Ticket fromCustomer = map(document.formatted("true"), publicOnly);
        Ticket fromAgent = map(document.formatted("false"), publicOnly);

        assertThat(fromCustomer.comments()).extracting(Comment::body).containsExactly("a", "c");
        assertThat(fromCustomer.header().commentsCount()).isEqualTo(3);
        assertThat(fromCustomer.header().description()).isEqualTo("D");
        assertThat(fromAgent.comments()).extracting(Comment::body).containsExactly("c");
        assertThat(fromAgent.header().description())
                .as("the description is the first comment, which was internal")
                .isEmpty();
    }

    @Test
    void charactersThatJsonCannotCarryAreReplacedEverywhere() throws Exception {
        String bad = "a\\u0000b\\ud83d";
        Ticket ticket = map(("{'ticket': {'id': 1, 'subject': '%1$s', 'status': '%1$s', 'custom_fields': ["
                        + "{'id': 360024846991, 'value': '%1$s'}, {'id': 41001255923353, 'value': '%1$s'}]},"
                        + "'comments': [{'author_id': 1, 'plain_body': '%1$s', 'attachments': [{'file_name': '%1$s'}]},"
                        + "{'html_body': '<p>%1$s</p>'}], 'users': [{'id': 1, 'name': '%1$s'}]}")
                .formatted(bad));

        Json topics = new Json();
        Ticket read = topics.mapper().readValue(topics.write(ticket), Ticket.class);

        assertThat(read).isEqualTo(ticket);
        assertThat(ticket.header().subject()).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(ticket.comments().getFirst().authorName()).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(ticket.comments()).extracting(Comment::body).containsOnly("a\uFFFDb\uFFFD");
        assertThat(new String(topics.write(ticket), StandardCharsets.UTF_8)).doesNotContain("\\u0000");
    }

    private Ticket map(String document) throws Exception {
        return map(document, TicketMappingSettings.DEFAULT);
    }

    private Ticket map(String document, TicketMappingSettings settings) throws Exception {
        return map(json.readTree(document.replace('\'', '"')), settings);
    }

    private static Ticket map(JsonNode document, TicketMappingSettings settings) throws Exception {
        return new ZendeskTicketMapper(settings)
                .map(document.path("ticket"), document.path("comments"), document.path("users"));
    }

    private JsonNode resource(String name) throws Exception {
        try (InputStream in = getClass().getResourceAsStream(name)) {
            return json.readTree(in);
        }
    }
}
