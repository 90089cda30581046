package io.github.ticketsummarizer.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How right the answers on labelled tickets are.
 *
 * @param failedTickets tickets that lack an answer; they count as wrong wherever it is missing
 * @param bootstrap how the intervals came about
 * @param mistakes by question, and then in the order of the labels
 */
public record Evaluation(
        int tickets,
        int failedTickets,
        Bootstrap bootstrap,
        Classification pod,
        AcceptablePods acceptablePods,
        Classification wasUsed,
        Classification triage,
        Classification fix,
        List<Mistake> mistakes) {
    public Evaluation {
        mistakes = List.copyOf(mistakes);
    }

    /** Compares answers with labels. The same tickets in the same order give the same figures, intervals included. */
    public static Evaluation of(List<LabelledTicket> tickets, Bootstrap bootstrap) {
        Evaluator evaluator = new Evaluator(tickets, bootstrap);
        return new Evaluation(
                tickets.size(),
                (int) tickets.stream().filter(LabelledTicket::isFailed).count(),
                bootstrap,
                evaluator.classification(Question.POD),
                evaluator.acceptablePods(),
                evaluator.classification(Question.WAS_USED),
                evaluator.classification(Question.TRIAGE),
                evaluator.classification(Question.FIX),
                Arrays.stream(Question.values())
                        .flatMap(question -> evaluator.mistakes(question).stream())
                        .toList());
    }
}
