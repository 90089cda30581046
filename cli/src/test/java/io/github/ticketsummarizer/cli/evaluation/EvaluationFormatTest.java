package io.github.ticketsummarizer.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.evaluation.Answer;
import io.github.ticketsummarizer.evaluation.Bootstrap;
import io.github.ticketsummarizer.evaluation.Evaluation;
import io.github.ticketsummarizer.evaluation.Label;
import io.github.ticketsummarizer.evaluation.LabelledTicket;
import io.github.ticketsummarizer.evaluation.Prediction;
import io.github.ticketsummarizer.evaluation.Question;
import io.github.ticketsummarizer.evaluation.Split;
import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import io.github.ticketsummarizer.model.ErrorType;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is printed, letter by letter: programs read the JSON, and people compare tables. */
class EvaluationFormatTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 1);

    private final Json json = new Json();

    @Test
    void theTableShowsEveryFigureWithItsIntervalAndTheMistakes() throws IOException {
        assertThat(EvaluationFormat.TABLE.text(result(), true, json)).isEqualTo(golden("table.txt"));
    }

    @Test
    void theJsonHasTheSameAsNumbers() throws IOException {
        assertThat(EvaluationFormat.JSON.text(result(), true, json)).isEqualTo(golden("evaluation.json"));
    }

    @Test
    void withoutBeingAskedForMistakesAreNotListed() throws IOException {
        String table = EvaluationFormat.TABLE.text(result(), false, json);
        String document = EvaluationFormat.JSON.text(result(), false, json);

        assertThat(golden("table.txt")).startsWith(table).isNotEqualTo(table);
        assertThat(json.mapper().readTree(document).has("mistakes")).isFalse();
    }

    @Test
    void ofManyFailuresTheTableNamesTheFirst() {
        FailedTicket failure = new FailedTicket("1", ErrorType.LLM_TIMEOUT, "no answer in time");

        String table = new EvaluationTable(new EvaluationResult(
                        facts(), Evaluation.of(List.of(), BOOTSTRAP), Collections.nCopies(23, failure)))
                .text(false);

        assertThat(table.lines().filter(line -> line.contains("llm_timeout"))).hasSize(20);
        assertThat(table.lines()).last().isEqualTo("… and 3 more");
    }

    private static EvaluationResult result() {
        List<LabelledTicket> tickets = List.of(
                ticket("1", "Hub", "Hub", Confidence.CONFIDENT),
                ticket("2", "Hub", "WFE", Confidence.CONFIDENT),
                ticket("3", "WFE", "WFE", Confidence.NOT_CONFIDENT),
                ticket("4", "WFE", "Guidance", Confidence.NOT_CONFIDENT),
                new LabelledTicket(label("5", "Hub"), Prediction.none("5")));
        return new EvaluationResult(
                facts(),
                Evaluation.of(tickets, BOOTSTRAP),
                List.of(new FailedTicket("5", ErrorType.TICKET_NOT_FOUND, "ticket 5 is not in there")));
    }

    private static EvaluationFacts facts() {
        return new EvaluationFacts("labels.jsonl", Split.HELD_OUT, "offline", 3, 2);
    }

    private static LabelledTicket ticket(String id, String right, String answered, Confidence confidence) {
        return new LabelledTicket(
                label(id, right),
                new Prediction(
                        id,
                        Map.of(
                                Question.POD, new Answer(answered, confidence),
                                Question.WAS_USED, new Answer("no", Confidence.NOT_CONFIDENT),
                                Question.TRIAGE, new Answer("yes", Confidence.CONFIDENT),
                                Question.FIX, new Answer("maybe", Confidence.CONFIDENT))));
    }

    private static Label label(String id, String pod) {
        return new Label(
                id,
                pod,
                Set.of("WFE"),
                DiagnosticsUse.NO,
                Assessment.YES,
                Assessment.NO,
                null,
                "other_fix_gap",
                null,
                null,
                null,
                Split.HELD_OUT,
                "for a test");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = EvaluationFormatTest.class.getResourceAsStream("/golden/evaluation/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
