package io.github.ticketsummarizer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.telemetry.redaction.ContentPolicy;
import io.github.ticketsummarizer.telemetry.redaction.Redactor;
import io.github.ticketsummarizer.telemetry.span.TicketPeople;
import io.github.ticketsummarizer.testing.PlantedValue.Kind;
import io.github.ticketsummarizer.zendesk.FetchResult;
import io.github.ticketsummarizer.zendesk.FileTicketSource;
import io.github.ticketsummarizer.zendesk.TicketMappingSettings;
import io.github.ticketsummarizer.zendesk.TicketSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Redaction on every sample ticket, against the list of the personal data that was put into them on purpose. */
class PlantedDataRedactionTest {
    private static final Path SAMPLES = Path.of("..", "..", "samples");
    private static final Json JSON = new Json();

    /** Of the 396 names; nothing in their tickets says that they are names. docs/privacy.md tells of them. */
    private static final int NAMES_NOBODY_TOLD_OF = 28;

    private static List<PlantedValue> planted;
    private static Map<String, Ticket> tickets;

    @BeforeAll
    static void read() throws IOException, InterruptedException {
        planted = PlantedValue.read(SAMPLES.resolve("planted-personal-data.json"), JSON);
        TicketSource source = new FileTicketSource(SAMPLES.resolve("tickets"), TicketMappingSettings.DEFAULT);
        tickets = new TreeMap<>();
        source.fetch(planted.stream().map(PlantedValue::ticketId).distinct().toList())
                .forEach((id, result) -> tickets.put(id, ((FetchResult.Found) result).ticket()));
    }

    @ParameterizedTest
    @EnumSource(names = "NAME", mode = EnumSource.Mode.EXCLUDE)
    void nothingOfAKindThatRulesKnowIsLeft(Kind kind) {
        assertThat(left(kind)).isEmpty();
    }

    @Test
    void ofNamesOnlyThoseAreLeftThatNothingInTheTicketTells() {
        assertThat(left(Kind.NAME)).hasSize(NAMES_NOBODY_TOLD_OF);
    }

    @Test
    void redactingASecondTimeChangesNothing() {
        tickets.forEach((id, ticket) -> {
            Redactor redactor = new Redactor(TicketPeople.of(ticket));
            String once = ContentPolicy.standard().text(text(ticket), redactor);
            assertThat(ContentPolicy.standard().text(once, redactor)).as(id).isEqualTo(once);
        });
    }

    private static List<String> left(Kind kind) {
        Map<String, String> redacted = new TreeMap<>();
        return planted.stream()
                .filter(value -> value.kind() == kind)
                .filter(value -> redacted.computeIfAbsent(value.ticketId(), PlantedDataRedactionTest::redacted)
                        .contains(value.value()))
                .map(value -> "%s: %s".formatted(value.ticketId(), value.value()))
                .toList();
    }

    /** As a span says it: plain, and as JSON inside JSON. */
    private static String redacted(String id) {
        Ticket ticket = tickets.get(id);
        Redactor redactor = new Redactor(TicketPeople.of(ticket));
        String text = text(ticket);
        try {
            String messages = JSON.mapper().writeValueAsString(List.of(Map.of("role", "user", "content", text)));
            String nested = JSON.mapper().writeValueAsString(Map.of("body", messages));
            return Stream.of(text, messages, nested, "prefix " + messages)
                    .map(form -> redactor.redact(form) + uncut(form, redactor))
                    .collect(Collectors.joining("\n"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String uncut(String text, Redactor redactor) {
        ContentPolicy policy =
                ContentPolicy.from(Map.of("TELEMETRY_CONTENT_MAX_CHARS", "1000000")::get, (setting, problem) -> {});
        return String.valueOf(policy.value("input.value", text, redactor));
    }

    private static String text(Ticket ticket) {
        Stream<String> comments = ticket.comments().stream().flatMap(PlantedDataRedactionTest::texts);
        return Stream.concat(
                        Stream.of(
                                ticket.header().subject(),
                                ticket.header().description(),
                                ticket.header().customFields().toString()),
                        comments)
                .collect(Collectors.joining("\n\n"));
    }

    private static Stream<String> texts(Comment comment) {
        return Stream.of(String.valueOf(comment.authorName()), comment.body());
    }
}
