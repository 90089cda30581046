package io.github.ticketsummarizer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ticketsummarizer.model.Assessment;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.DiagnosticsUse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Figure NOT_AVAILABLE = new Figure(null, null, null, 0);

    @Test
    void withoutTicketsNoFigureIsAvailable() {
        Evaluation none = Evaluation.of(List.of(), Bootstrap.STANDARD);

        Classification nothing = new Classification(
                0,
                0,
                NOT_AVAILABLE,
                NOT_AVAILABLE,
                NOT_AVAILABLE,
                NOT_AVAILABLE,
                NOT_AVAILABLE,
                NOT_AVAILABLE,
                List.of(),
                new ConfusionMatrix(List.of(), List.of(), List.of()));
        assertThat(none)
                .isEqualTo(new Evaluation(
                        0,
                        0,
                        Bootstrap.STANDARD,
                        nothing,
                        new AcceptablePods(NOT_AVAILABLE, NOT_AVAILABLE),
                        nothing,
                        nothing,
                        nothing,
                        List.of()));
    }

    @Test
    void eachQuestionIsMeasuredByItself() {
        Label label = Labels.of("1", "Hub", DiagnosticsUse.UNKNOWN, Assessment.MAYBE, Assessment.NO);
        Prediction prediction = new Prediction(
                "1",
                Map.of(
                        Question.POD, confident("Hub"),
                        Question.WAS_USED, unsure("unknown"),
                        Question.TRIAGE, confident("yes"),
                        Question.FIX, confident("no")));

        Evaluation evaluation = Evaluation.of(List.of(new LabelledTicket(label, prediction)), Bootstrap.STANDARD);

        assertThat(List.of(evaluation.pod(), evaluation.wasUsed(), evaluation.triage(), evaluation.fix()))
                .extracting(question -> question.accuracy().value() + " "
                        + question.confidentCoverage().value())
                .containsExactly("1.0 1.0", "1.0 0.0", "0.0 1.0", "1.0 1.0");
        assertThat(evaluation.wasUsed().confidentPrecision()).isEqualTo(NOT_AVAILABLE);
        assertThat(evaluation.mistakes())
                .containsExactly(
                        new Mistake("1", Question.TRIAGE, "maybe", "yes", Confidence.CONFIDENT, false, "for a test"));
    }

    @Test
    void aTicketWithoutAnAnswerIsWrongAndCountedApart() {
        Label failed = Labels.ofPod("1", "Hub", Set.of());
        Label half = Labels.ofPod("2", "Hub", Set.of("WFE"));

        Evaluation evaluation = Evaluation.of(
                List.of(
                        new LabelledTicket(failed, Prediction.none("1")),
                        new LabelledTicket(half, new Prediction("2", Map.of(Question.POD, unsure("WFE"))))),
                Bootstrap.STANDARD);

        assertThat(evaluation.failedTickets()).isEqualTo(2);
        assertThat(evaluation.pod().withoutAnswer()).isEqualTo(1);
        assertThat(evaluation.pod().accuracy().value()).isZero();
        assertThat(evaluation.acceptablePods().accuracy().value()).isEqualTo(0.5);
        assertThat(evaluation.wasUsed().withoutAnswer()).isEqualTo(2);
        assertThat(evaluation.mistakes())
                .filteredOn(mistake -> mistake.question() == Question.POD)
                .containsExactly(
                        new Mistake("1", Question.POD, "Hub", null, null, false, null),
                        new Mistake("2", Question.POD, "Hub", "WFE", Confidence.NOT_CONFIDENT, true, null));
    }

    @Test
    void theSameTicketsGiveTheSameIntervals() {
        List<LabelledTicket> tickets = IntStream.range(0, 50)
                .mapToObj(i -> new LabelledTicket(
                        Labels.ofPod("" + i, i % 3 == 0 ? "Hub" : "WFE", Set.of()),
                        new Prediction("" + i, Map.of(Question.POD, confident(i % 5 == 0 ? "Hub" : "WFE")))))
                .toList();

        Evaluation evaluation = Evaluation.of(tickets, Bootstrap.STANDARD);

        assertThat(evaluation).isEqualTo(Evaluation.of(tickets, Bootstrap.STANDARD));
        Figure accuracy = evaluation.pod().accuracy();
        assertThat(accuracy.low()).isLessThan(accuracy.value());
        assertThat(accuracy.high()).isGreaterThan(accuracy.value());
        assertThat(Evaluation.of(tickets, new Bootstrap(2_000, 2)).pod().macroF1())
                .as("another seed draws others")
                .isNotEqualTo(evaluation.pod().macroF1());
    }

    @Test
    void anAnswerOnAnotherTicketIsRefused() {
        Label label = Labels.ofPod("1", "Hub", Set.of());

        assertThatThrownBy(() -> new LabelledTicket(label, Prediction.none("2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the label of ticket 1 does not go with an answer on ticket 2");
    }

    private static Answer confident(String value) {
        return new Answer(value, Confidence.CONFIDENT);
    }

    private static Answer unsure(String value) {
        return new Answer(value, Confidence.NOT_CONFIDENT);
    }
}
