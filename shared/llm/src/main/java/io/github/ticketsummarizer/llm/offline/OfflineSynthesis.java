package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.text.Excerpt;
import io.github.ticketsummarizer.llm.text.Tokenizer;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a synthesis of sentences of the thread, word for word. */
final class OfflineSynthesis {
    /** Stands where the thread gives no cause. */
    static final String NO_ROOT_CAUSE = "No root cause is recorded in the thread.";
    /** Stands where the thread tells of no fix. */
    static final String NO_RESOLUTION = "No resolution is recorded in the thread.";

    /** Shorter entries are words such as "bug" or "how-to". */
    private static final int SHORTEST_ENTRY = 20;

    private static final int LONGEST_ENTRY = 400;
    private static final String NO_TEXT = "The ticket has no text.";

    private final SentenceReader reader;

    OfflineSynthesis(Tokenizer tokenizer, AnalysisConfig config) {
        this.reader = new SentenceReader(tokenizer, config);
    }

    /** The answer's fields, as a model would be asked for them. */
    record Content(
            String issueReported, String rootCause, String summary, String resolution, List<Evidence> evidence) {}

    Content synthesize(Ticket ticket) {
        ThreadSummary thread = new ThreadSummary(reader, ticket);
        return new Content(
                first(thread.issues(), subjectOf(ticket)),
                rootCause(thread, ticket),
                summary(thread, ticket),
                first(otherThan(thread.causes(), thread.fixes()), NO_RESOLUTION),
                inOrder(Stream.of(thread.issues(), thread.causes(), thread.fixes(), thread.details())
                                .flatMap(List::stream))
                        .map(Candidate::asEvidence)
                        .toList());
    }

    /** What the agent entered as the root cause was written with the whole thread in view; else the thread's best. */
    private static String rootCause(ThreadSummary thread, Ticket ticket) {
        String entered = ticket.header().customFields().supportRootCause();
        return entered.length() < SHORTEST_ENTRY || entered.equals(CustomFields.NONE.supportRootCause())
                ? first(thread.causes(), NO_ROOT_CAUSE)
                : Excerpt.of(entered, 0, Math.min(entered.length(), LONGEST_ENTRY));
    }

    private static String summary(ThreadSummary thread, Ticket ticket) {
        Stream<Candidate> picked = Stream.of(
                        thread.issues().stream(),
                        thread.causes().stream().limit(2),
                        otherThan(thread.causes(), thread.fixes()).stream().limit(1))
                .flatMap(part -> part);
        String told = inOrder(picked).map(Candidate::text).collect(Collectors.joining(" "));
        String whole = told.isEmpty() ? subjectOf(ticket) : told;
        return thread.fixes().isEmpty() ? whole + " " + NO_RESOLUTION : whole;
    }

    private static Stream<Candidate> inOrder(Stream<Candidate> candidates) {
        return candidates
                .collect(Collectors.toMap(Candidate::position, candidate -> candidate, (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(Candidate::position));
    }

    /** A sentence that stands for the cause already does not also stand for the fix, where there is another. */
    private static List<Candidate> otherThan(List<Candidate> causes, List<Candidate> fixes) {
        List<Candidate> others = fixes.stream()
                .filter(fix -> causes.stream().limit(1).noneMatch(cause -> cause.position() == fix.position()))
                .toList();
        return others.isEmpty() ? fixes : others;
    }

    private static String first(List<Candidate> candidates, String instead) {
        return candidates.isEmpty() ? instead : candidates.getFirst().text();
    }

    private static String subjectOf(Ticket ticket) {
        String subject = ticket.header().subject();
        return subject.isBlank() ? NO_TEXT : subject;
    }
}
