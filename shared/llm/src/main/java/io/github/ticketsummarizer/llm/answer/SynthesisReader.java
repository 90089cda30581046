package io.github.ticketsummarizer.llm.answer;

import io.github.ticketsummarizer.llm.InvalidAnswerException;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.llm.LlmTask;
import io.github.ticketsummarizer.llm.config.DiagnosticsGuide;
import io.github.ticketsummarizer.llm.text.QuotedText;
import io.github.ticketsummarizer.model.Evidence;
import io.github.ticketsummarizer.model.Synthesis;
import io.github.ticketsummarizer.model.Ticket;
import java.util.List;

/**
 * Reads the answer to {@code synthesis}. The analyses do not see the thread any more, so every passage that names
 * Diagnostics is added to the evidence here, whatever the model quoted. What it quoted and no comment says is left out.
 */
public final class SynthesisReader {
    private final DiagnosticsPassages passages;

    public SynthesisReader(DiagnosticsGuide guide) {
        this.passages = new DiagnosticsPassages(guide);
    }

    /**
     * Reads one answer about this ticket.
     *
     * @throws InvalidAnswerException {@code llm_invalid_answer} when a part is missing; the message names each
     */
    public SynthesisAnswer read(LlmAnswer answer, Ticket ticket) throws InvalidAnswerException {
        AnswerFields fields = AnswerFields.of(answer);
        Synthesis synthesis = new Synthesis(
                fields.line("issue_reported"),
                fields.line("root_cause"),
                fields.text("summary"),
                fields.line("resolution"));
        int comments = ticket.comments().size();
        List<Evidence> quotes = fields.objects("evidence")
                .map(quote -> new Evidence(quote.number("comment_number", 1, comments), quote.text("quote")))
                .toList();
        fields.require(LlmTask.SYNTHESIS);
        List<Evidence> standing =
                quotes.stream().filter(quote -> standsIn(ticket, quote)).toList();
        return new SynthesisAnswer(
                synthesis,
                EvidenceLimit.select(passages.in(ticket), standing),
                SynthesisWarnings.of(ticket, quotes.size(), standing.size()));
    }

    private static boolean standsIn(Ticket ticket, Evidence quote) {
        String comment = ticket.comments().get(quote.commentNumber() - 1).body();
        return new QuotedText(comment).holds(quote.quote());
    }
}
