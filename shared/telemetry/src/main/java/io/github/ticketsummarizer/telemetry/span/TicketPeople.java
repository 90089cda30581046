package io.github.ticketsummarizer.telemetry.span;

import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.telemetry.redaction.CuedNames;
import io.github.ticketsummarizer.telemetry.redaction.EmailAddresses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whom a ticket names for all to see, so that their names can be taken out of what its spans say. */
public final class TicketPeople {
    /** More would be a mailing list; the record that carries them stays small. */
    private static final int MOST = 200;
    /** Of a name; a longer one is no name. */
    private static final int LONGEST_NAME = 100;

    private TicketPeople() {}

    /** The authors of the comments, all e-mail addresses, and whom a title, a greeting or a mail's header gives away. */
    public static List<String> of(Ticket ticket) {
        Set<String> people = new LinkedHashSet<>();
        EmailAddresses addresses = new EmailAddresses(MOST);
        CuedNames cued = new CuedNames(MOST);
        for (String text : List.of(ticket.header().subject(), ticket.header().description())) {
            addresses.readIn(text);
            cued.readIn(text);
        }
        for (Comment comment : ticket.comments()) {
            addresses.readIn(comment.body());
            cued.readIn(comment.body());
            if (people.size() < MOST) {
                people.add(Objects.requireNonNullElse(comment.authorName(), ""));
            }
        }
        people.addAll(addresses.found());
        people.addAll(cued.found());
        people.removeIf(name -> name.isBlank() || name.length() > LONGEST_NAME);
        return List.copyOf(people);
    }
}
