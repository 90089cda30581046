package io.github.ticketsummarizer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticketsummarizer.model.Confidence;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures and intervals against those that scikit-learn and numpy gave; make_expected.py shows how. */
class ScikitLearnTest {
    private static final double TOLERANCE = 1e-9;

    static Stream<Arguments> dataSets() throws IOException {
        try (InputStream in = ScikitLearnTest.class.getResourceAsStream("expected.json")) {
            JsonNode document = new Json().mapper().readTree(in);
            Bootstrap bootstrap = new Bootstrap(
                    document.path("resamples").asInt(), document.path("seed").asLong());
            return stream(document.path("data_sets"))
                    .map(data -> Arguments.argumentSet(data.path("name").asText(), bootstrap, data));
        }
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void everyFigureIsScikitLearns(Bootstrap bootstrap, JsonNode data) {
        Evaluation evaluation = Evaluation.of(tickets(data), bootstrap);

        JsonNode expected = data.path("figures");
        Classification pod = evaluation.pod();
        assertFigure(pod.accuracy(), expected.path("accuracy"));
        assertFigure(pod.macroF1(), expected.path("macro_f1"));
        assertFigure(pod.weightedF1(), expected.path("weighted_f1"));
        assertFigure(pod.kappa(), expected.path("kappa"));
        assertFigure(pod.confidentPrecision(), expected.path("confident_precision"));
        assertFigure(pod.confidentCoverage(), expected.path("confident_coverage"));
        AcceptablePods acceptable = evaluation.acceptablePods();
        assertFigure(acceptable.accuracy(), expected.path("acceptable_accuracy"));
        assertFigure(acceptable.confidentPrecision(), expected.path("acceptable_confident_precision"));
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void everyClassAndTheConfusionIsScikitLearns(Bootstrap bootstrap, JsonNode data) {
        Classification pod = Evaluation.of(tickets(data), bootstrap).pod();

        List<JsonNode> classes = stream(data.path("figures").path("classes")).toList();
        assertThat(pod.classes())
                .extracting(one -> "%s %d %d".formatted(one.name(), one.support(), one.answered()))
                .containsExactlyElementsOf(classes.stream()
                        .map(one -> "%s %d %d"
                                .formatted(
                                        one.path("name").asText(),
                                        one.path("support").asInt(),
                                        one.path("answered").asInt()))
                        .toList());
        for (int i = 0; i < classes.size(); i++) {
            ClassFigures figures = pod.classes().get(i);
            assertFigure(figures.precision(), classes.get(i).path("precision"));
            assertFigure(figures.recall(), classes.get(i).path("recall"));
            assertFigure(figures.f1(), classes.get(i).path("f1"));
        }
        assertThat(pod.confusion().counts())
                .hasToString(numbers(data.path("figures").path("confusion")));
        assertThat(pod.confusion().withoutAnswer())
                .hasToString(numbers(data.path("figures").path("without_answer")));
    }

    private static void assertFigure(Figure figure, JsonNode expected) {
        assertNumber(figure.value(), expected.path(0));
        assertNumber(figure.low(), expected.path(1));
        assertNumber(figure.high(), expected.path(2));
    }

    private static void assertNumber(Double number, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(number).isNull();
        } else {
            assertThat(number).isCloseTo(expected.doubleValue(), within(TOLERANCE));
        }
    }

    private static List<LabelledTicket> tickets(JsonNode data) {
        List<LabelledTicket> tickets = new ArrayList<>();
        for (int i = 0; i < data.path("expected").size(); i++) {
            String id = Integer.toString(i);
            Set<String> acceptable = new HashSet<>();
            data.path("acceptable").path(i).forEach(pod -> acceptable.add(pod.asText()));
            JsonNode answer = data.path("answered").path(i);
            boolean confident = data.path("confident").path(i).asBoolean();
            tickets.add(new LabelledTicket(
                    Labels.ofPod(id, data.path("expected").path(i).asText(), acceptable),
                    answer.isNull()
                            ? Prediction.none(id)
                            : new Prediction(id, Map.of(Question.POD, answer(answer.asText(), confident)))));
        }
        return tickets;
    }

    private static Answer answer(String pod, boolean confident) {
        return new Answer(pod, confident ? Confidence.CONFIDENT : Confidence.NOT_CONFIDENT);
    }

    private static String numbers(JsonNode numbers) {
        return numbers.toString().replace(",", ", ");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
