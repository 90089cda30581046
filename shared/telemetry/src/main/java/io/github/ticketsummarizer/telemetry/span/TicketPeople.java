package io.github.ticketsummarizer.telemetry.span;

import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.telemetry.redaction.EmailAddresses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whom a ticket names in its own fields, so that their names can be taken out of what its spans say. */
public final class TicketPeople {
    /** More would be a mailing list; the record that carries them stays small. */
    private static final int MOST = 200;
    /** Of a name; a longer one is no name. */
    private static final int LONGEST_NAME = 100;

    private TicketPeople() {}

    /** The authors of the comments, and all e-mail addresses in the ticket. */
    public static List<String> of(Ticket ticket) {
        Set<String> people = new LinkedHashSet<>();
        EmailAddresses addresses = new EmailAddresses(MOST);
        addresses.readIn(ticket.header().subject());
        addresses.readIn(ticket.header().description());
        for (Comment comment : ticket.comments()) {
            addresses.readIn(comment.body());
            if (people.size() < MOST) {
                people.add(Objects.requireNonNullElse(comment.authorName(), ""));
            }
        }
        people.addAll(addresses.found());
        people.removeIf(name -> name.isBlank() || name.length() > LONGEST_NAME);
        return List.copyOf(people);
    }
}
