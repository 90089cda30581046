package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.text.Excerpt;
import io.github.ticketsummarizer.llm.text.MailText;
import io.github.ticketsummarizer.llm.text.SentenceSplitter;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.Ticket;
import java.util.List;
import java.util.Set;

/**
 * One pass over a thread that picks the sentences a synthesis can be made of. What it keeps does not grow with the
 * thread: a few candidates for each part.
 */
final class ThreadSummary {
    /** Shorter ones are names and greetings. */
    private static final int SHORTEST_SENTENCE = 12;
    /** Longer ones, such as logs and text without any stop, are cut into parts of this many characters. */
    private static final int LONGEST_SENTENCE = 400;

    private final SentenceReader reader;
    private final Ticket ticket;
    private final Set<Long> subject;
    private final Voices voices;
    private final Shortlist issues = new Shortlist(1);
    private final Shortlist causes = new Shortlist(4);
    private final Shortlist fixes = new Shortlist(3);
    private final Shortlist details = new Shortlist(10);
    private int firstMessage;
    private int sentences;

    ThreadSummary(SentenceReader reader, Ticket ticket) {
        this.reader = reader;
        this.ticket = ticket;
        this.subject = reader.words(ticket.header().subject());
        this.voices = new Voices(ticket.comments());
        for (int number = 1; number <= ticket.comments().size(); number++) {
            read(number, ticket.comments().get(number - 1));
        }
    }

    /** The sentence that says best what the customer reported. */
    List<Candidate> issues() {
        return issues.all();
    }

    /** Sentences that may give the cause, best first. */
    List<Candidate> causes() {
        return causes.all();
    }

    /** Sentences that may say what fixed it, best first. */
    List<Candidate> fixes() {
        return fixes.all();
    }

    /** Sentences that name parts of the product, best first. */
    List<Candidate> details() {
        return details.all();
    }

    private void read(int commentNumber, Comment comment) {
        String own = MailText.own(comment.body());
        if (own.isBlank()) {
            return;
        }
        if (firstMessage == 0) {
            firstMessage = commentNumber;
        }
        int first = sentences;
        Voice voice = voices.of(comment);
        SentenceSplitter.split(own, (start, end) -> {
            for (int from = start; from < end; from += LONGEST_SENTENCE) {
                String text = Excerpt.of(own, from, Math.min(end, from + LONGEST_SENTENCE));
                consider(commentNumber, voice, text, sentences - first);
            }
        });
    }

    private void consider(int commentNumber, Voice voice, String text, int index) {
        if (text.length() < SHORTEST_SENTENCE) {
            return;
        }
        int position = sentences++;
        boolean isFirst = commentNumber == firstMessage;
        double progress = (double) commentNumber / ticket.comments().size();
        SentenceFacts facts = reader.read(text, subject);
        if (isFirst) {
            issues.offer(new Candidate(commentNumber, position, text, SentenceScores.asIssue(facts, index)));
        } else {
            offerIfEnough(details, commentNumber, position, text, SentenceScores.asDetail(facts));
        }
        offerIfEnough(causes, commentNumber, position, text, SentenceScores.asCause(facts, voice, isFirst, progress));
        offerIfEnough(fixes, commentNumber, position, text, SentenceScores.asFix(facts, isFirst, progress));
    }

    private static void offerIfEnough(Shortlist list, int commentNumber, int position, String text, double score) {
        if (score >= SentenceScores.ENOUGH) {
            list.offer(new Candidate(commentNumber, position, text, score));
        }
    }
}
