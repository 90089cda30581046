package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.llm.InvalidAnswerException;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.text.QuotedText;
import io.github.ticketsummarizer.llm.thread.Chunk;
import io.github.ticketsummarizer.llm.thread.Note;
import io.github.ticketsummarizer.model.Ticket;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the answer to {@code condensation}: notes of comments that were asked about, with quotes that stand in them. */
public final class CondensationReader {
    /**
     * The notes in the order of the thread. One on another comment is left out.
     *
     * @throws InvalidAnswerException {@code llm_invalid_answer} when a part is missing, or no note is on a comment of the
     *     chunk
     */
    public List<Note> read(LlmAnswer answer, Ticket ticket, Chunk chunk) throws InvalidAnswerException {
        AnswerFields fields = AnswerFields.of(answer);
        int comments = ticket.comments().size();
        List<Note> given = fields.objects("notes")
                .map(note -> note(note.number("comment_number", 1, comments), note, ticket))
                .toList();
        List<Note> notes = given.stream()
                .filter(note -> note.commentNumber() >= chunk.first() && note.commentNumber() <= chunk.last())
                .sorted(Comparator.comparingInt(Note::commentNumber))
                .toList();
        if (notes.isEmpty() && !given.isEmpty()) {
            fields.problem("notes", "are not on comments %d to %d".formatted(chunk.first(), chunk.last()));
        }
        fields.require(LlmTask.CONDENSATION);
        return notes;
    }

    private static Note note(int commentNumber, AnswerFields fields, Ticket ticket) {
        return new Note(commentNumber, fields.line("note"), quote(commentNumber, fields, ticket));
    }

    private static @Nullable String quote(int commentNumber, AnswerFields fields, Ticket ticket) {
        String quote = fields.optionalText("quote");
        String comment = ticket.comments().get(commentNumber - 1).body();
        return quote != null && new QuotedText(comment).holds(quote) ? quote : null;
    }
}
