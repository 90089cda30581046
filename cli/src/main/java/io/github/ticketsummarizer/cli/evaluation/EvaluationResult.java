package io.github.ticketsummarizer.cli.evaluation;

import io.github.ticketsummarizer.evaluation.Evaluation;
import java.util.List;

/**
 * What {@code evaluate} found out.
 *
 * @param failures an entry for each error of a ticket, in the order of the labels
 */
public record EvaluationResult(EvaluationFacts facts, Evaluation evaluation, List<FailedTicket> failures) {
    public EvaluationResult {
        failures = List.copyOf(failures);
    }
}
