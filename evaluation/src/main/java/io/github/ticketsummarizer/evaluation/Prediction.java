package io.github.ticketsummarizer.evaluation;

import io.github.ticketsummarizer.model.Categorization;
import io.github.ticketsummarizer.model.DiagnosticsAnalysis;
import io.github.ticketsummarizer.model.TicketReport;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was answered on one ticket.
 *
 * @param answers without those questions that failed
 */
public record Prediction(String ticketId, Map<Question, Answer> answers) {
    public Prediction {
        answers = Map.copyOf(answers);
    }

    /** What a report says. */
    public static Prediction of(TicketReport report) {
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        Categorization pod = report.categorization();
        if (pod != null) {
            answers.put(Question.POD, new Answer(pod.primaryPod(), pod.confidence()));
        }
        DiagnosticsAnalysis diagnostics = report.diagnosticsAnalysis();
        if (diagnostics != null) {
            DiagnosticsAnalysis.WasDiagnosticsUsed used = diagnostics.wasDiagnosticsUsed();
            answers.put(Question.WAS_USED, new Answer(used.llmAssessment().wireName(), used.confidence()));
            DiagnosticsAnalysis.CouldDiagnosticsHelp help = diagnostics.couldDiagnosticsHelp();
            answers.put(Question.TRIAGE, new Answer(help.triageAssessment().wireName(), help.confidence()));
            answers.put(Question.FIX, new Answer(help.fixAssessment().wireName(), help.confidence()));
        }
        return new Prediction(report.request().ticketId(), answers);
    }

    /** A ticket that came to nothing. */
    public static Prediction none(String ticketId) {
        return new Prediction(ticketId, Map.of());
    }

    /** The answer to a question; null when there is none. */
    public @Nullable Answer answer(Question question) {
        return answers.get(question);
    }
}
