package io.github.ticketsummarizer.telemetry.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import io.github.ticketsummarizer.telemetry.redaction.Redactor;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketPeopleTest {
    @Test
    void theyAreTheAuthorsAndTheAddresses() {
        Ticket ticket = ticket(
                "mail k.ogawa@example.com or k.ogawa@example.com",
                List.of(
                        comment("Karen Aldous", "from <karen@example.com>, cc a@b"),
                        comment(null, "x"),
                        comment("Karen Aldous", "x")));

        assertThat(TicketPeople.of(ticket)).containsExactly("Karen Aldous", "k.ogawa@example.com", "karen@example.com");
        assertThat(new Redactor(TicketPeople.of(ticket)).redact("Karen met Ogawa"))
                .isEqualTo("[name] met [name]");
    }

    @Test
    void theyAreWhomATitleOrAHeaderGivesAwayWhereverTheyAreMentionedAgain() {
        Ticket ticket = ticket("Frau Dr. Stahlberg asks", List.of(comment(null, "Cc: Lotte Havermans\nHi Ilka,\nsee")));

        assertThat(TicketPeople.of(ticket)).containsExactly("Stahlberg", "Lotte Havermans", "Ilka");
        assertThat(new Redactor(TicketPeople.of(ticket)).redact("Havermans told Stahlberg and Ilka"))
                .isEqualTo("[name] told [name] and [name]");
    }

    @Test
    void theyAreFewHoweverManyATicketHas() {
        Ticket ticket =
                ticket("", Collections.nCopies(3, comment("x".repeat(60_000), "a1@example.com ".repeat(10_000))));

        assertThat(TicketPeople.of(ticket)).containsExactly("a1@example.com");
    }

    private static Ticket ticket(String description, List<Comment> comments) {
        return new Ticket(
                new TicketHeader(
                        "1", "subject", description, "url", "open", null, null, comments.size(), CustomFields.NONE),
                comments);
    }

    private static Comment comment(String author, String body) {
        return new Comment("c", "7", author, null, body, true, null);
    }
}
