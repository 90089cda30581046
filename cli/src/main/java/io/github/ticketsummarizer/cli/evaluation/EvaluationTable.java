package io.github.ticketsummarizer.cli.evaluation;

import io.github.ticketsummarizer.evaluation.AcceptablePods;
import io.github.ticketsummarizer.evaluation.Bootstrap;
import io.github.ticketsummarizer.evaluation.ClassFigures;
import io.github.ticketsummarizer.evaluation.Classification;
import io.github.ticketsummarizer.evaluation.ConfusionMatrix;
import io.github.ticketsummarizer.evaluation.Evaluation;
import io.github.ticketsummarizer.evaluation.Figure;
import io.github.ticketsummarizer.evaluation.Mistake;
import io.github.ticketsummarizer.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures as tables for people. */
final class EvaluationTable {
    private static final String NOT_AVAILABLE = "n/a";
    private static final int NAMED_FAILURES = 20;

    private final EvaluationResult result;
    private final Evaluation evaluation;

    EvaluationTable(EvaluationResult result) {
        this.result = result;
        this.evaluation = result.evaluation();
    }

    String text(boolean withMistakes) {
        List<String> parts = new ArrayList<>();
        parts.add(facts());
        parts.add(figures());
        parts.add(pods());
        parts.add(confusion(evaluation.pod().confusion()));
        if (!result.failures().isEmpty()) {
            parts.add(failures());
        }
        if (withMistakes) {
            parts.add(mistakes());
        }
        return String.join(System.lineSeparator(), parts);
    }

    private String facts() {
        EvaluationFacts facts = result.facts();
        Bootstrap bootstrap = evaluation.bootstrap();
        return new TextTable("ll")
                .row(
                        "Labels",
                        facts.labels()
                                + (facts.split() == null
                                        ? ""
                                        : ", " + facts.split().wireName()))
                .row(
                        "Provider",
                        "%s, taxonomy version %d, diagnostics guide version %d"
                                .formatted(facts.modelProvider(), facts.taxonomyVersion(), facts.guideVersion()))
                .row("Tickets", Integer.toString(evaluation.tickets()))
                .row("Failed", Integer.toString(evaluation.failedTickets()))
                .row(
                        "Intervals",
                        "95 %%, from %d resamples of the tickets with seed %d"
                                .formatted(bootstrap.resamples(), bootstrap.seed()))
                .text();
    }

    private String figures() {
        TextTable table = new TextTable("lrlr");
        table.row("", "value", "95 % interval", "tickets");
        AcceptablePods acceptable = evaluation.acceptablePods();
        Classification pod = evaluation.pod();
        table.row("POD");
        add(table, "accuracy", pod.accuracy());
        add(table, "accuracy, acceptable PODs", acceptable.accuracy());
        addAverages(table, pod);
        addConfidence(table, pod);
        add(table, "confident precision, acceptable PODs", acceptable.confidentPrecision());
        addQuestion(table, "Diagnostics used", evaluation.wasUsed());
        addQuestion(table, "Triage", evaluation.triage());
        addQuestion(table, "Fix", evaluation.fix());
        return table.text();
    }

    private static void addQuestion(TextTable table, String name, Classification question) {
        table.row(name);
        add(table, "accuracy", question.accuracy());
        addAverages(table, question);
        addConfidence(table, question);
    }

    private static void addAverages(TextTable table, Classification question) {
        add(table, "macro-F1", question.macroF1());
        add(table, "weighted F1", question.weightedF1());
        add(table, "Cohen's kappa", question.kappa());
    }

    private static void addConfidence(TextTable table, Classification question) {
        add(table, "confident coverage", question.confidentCoverage());
        add(table, "confident precision", question.confidentPrecision());
    }

    private static void add(TextTable table, String name, Figure figure) {
        table.row("  " + name, number(figure.value()), interval(figure), Long.toString(figure.tickets()));
    }

    private String pods() {
        TextTable table = new TextTable("lrrrrrl");
        table.row("POD", "tickets", "answered", "precision", "recall", "F1", "95 % interval of F1");
        for (ClassFigures pod : evaluation.pod().classes()) {
            table.row(
                    pod.name(),
                    Integer.toString(pod.support()),
                    Integer.toString(pod.answered()),
                    number(pod.precision().value()),
                    number(pod.recall().value()),
                    number(pod.f1().value()),
                    interval(pod.f1()));
        }
        return table.text();
    }

    private static String confusion(ConfusionMatrix matrix) {
        List<String> classes = matrix.classes();
        TextTable table = new TextTable("rl" + "r".repeat(classes.size() + 1));
        List<String> header = new ArrayList<>(List.of("", ""));
        for (int column = 0; column < classes.size(); column++) {
            header.add(Integer.toString(column + 1));
        }
        header.add("none");
        table.row(header);
        for (int row = 0; row < classes.size(); row++) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(row + 1), classes.get(row)));
            matrix.counts().get(row).forEach(count -> cells.add(count(count)));
            cells.add(count(matrix.withoutAnswer().get(row)));
            table.row(cells);
        }
        return titled("PODs: the right one by row, the answered one by column", table);
    }

    private String failures() {
        TextTable table = new TextTable("lll");
        table.row("ticket", "error", "what happened");
        result.failures().stream()
                .limit(NAMED_FAILURES)
                .forEach(failure ->
                        table.row(failure.ticketId(), failure.errorType().wireName(), failure.message()));
        int more = result.failures().size() - NAMED_FAILURES;
        if (more > 0) {
            table.row("… and %d more".formatted(more));
        }
        return titled("Tickets that failed, which counts as wrong", table);
    }

    private String mistakes() {
        TextTable table = new TextTable("lllll");
        table.row("ticket", "question", "right", "answered", "confident");
        for (Mistake mistake : evaluation.mistakes()) {
            table.row(
                    mistake.ticketId(),
                    mistake.question().wireName(),
                    mistake.expected(),
                    answered(mistake),
                    confident(mistake.confidence()));
        }
        return titled("Answers that are not as labelled", table);
    }

    private static String titled(String title, TextTable table) {
        return title + System.lineSeparator() + table.text();
    }

    private static String answered(Mistake mistake) {
        String answered = mistake.answered();
        return answered == null ? "-" : answered + (mistake.isAcceptable() ? " (acceptable)" : "");
    }

    private static String confident(@Nullable Confidence confidence) {
        return confidence == null ? "-" : confidence == Confidence.CONFIDENT ? "yes" : "no";
    }

    private static String number(@Nullable Double value) {
        return value == null ? NOT_AVAILABLE : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String interval(Figure figure) {
        return figure.low() == null ? NOT_AVAILABLE : number(figure.low()) + " to " + number(figure.high());
    }

    private static String count(int count) {
        return count == 0 ? "." : Integer.toString(count);
    }
}
