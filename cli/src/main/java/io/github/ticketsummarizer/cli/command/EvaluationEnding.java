package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.evaluation.EvaluationFacts;
import io.github.ticketsummarizer.cli.evaluation.EvaluationFormat;
import io.github.ticketsummarizer.cli.evaluation.EvaluationResult;
import io.github.ticketsummarizer.cli.evaluation.FailedTicket;
import io.github.ticketsummarizer.cli.run.RunJob;
import io.github.ticketsummarizer.evaluation.Bootstrap;
import io.github.ticketsummarizer.evaluation.Evaluation;
import io.github.ticketsummarizer.evaluation.Label;
import io.github.ticketsummarizer.evaluation.LabelledTicket;
import io.github.ticketsummarizer.evaluation.Prediction;
import io.github.ticketsummarizer.model.TicketReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the reports of a complete run with labels and prints how right they are. Of a run that was cut short there
 * are no figures: the tickets that came first are not like the rest.
 */
record EvaluationEnding(
        CommandContext context,
        List<Label> labels,
        EvaluationFacts facts,
        EvaluationFormat format,
        boolean withMistakes)
        implements RunEnding {
    @Override
    public boolean end(RunJob job) throws IOException {
        if (!job.isComplete()) {
            return false;
        }
        Map<String, Prediction> predictions = new HashMap<>();
        List<FailedTicket> failures = new ArrayList<>();
        job.finishedTickets().forEach(finished -> {
            TicketReport report = finished.report();
            predictions.put(finished.entry().ticketId(), Prediction.of(report));
            report.errors().stream()
                    .map(error -> new FailedTicket(finished.entry().ticketId(), error.errorType(), error.message()))
                    .forEach(failures::add);
        });
        List<LabelledTicket> tickets = labels.stream()
                .map(label -> new LabelledTicket(
                        label, predictions.getOrDefault(label.ticketId(), Prediction.none(label.ticketId()))))
                .toList();
        Evaluation evaluation = Evaluation.of(tickets, Bootstrap.STANDARD);
        context.print(format.text(new EvaluationResult(facts, evaluation, failures), withMistakes, context.json()));
        RunEstimates.sayOutcome(context, job, job.totals().runTotals());
        return evaluation.failedTickets() > 0;
    }
}
