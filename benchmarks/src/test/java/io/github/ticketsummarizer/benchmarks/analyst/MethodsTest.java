package io.github.ticketsummarizer.benchmarks.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.config.Pod;
import io.github.ticketsummarizer.llm.config.Signal;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MethodsTest {
    private final Taxonomy taxonomy = new Taxonomy(
            1,
            List.of(
                    pod("Engines", "motors and gears", "piston", "gearbox"),
                    pod("Sails", "canvas and rope", "mast", "spinnaker")));
    private final List<Example> training = Stream.concat(
                    Stream.of("the piston broke", "oil on the piston", "worn gears", "gearbox noise", "gears slip")
                            .map(text -> TaxonomyTexts.asExample("Engines", text)),
                    Stream.of("the mast broke", "torn canvas", "a rope is loose", "mast too short", "wet canvas")
                            .map(text -> TaxonomyTexts.asExample("Sails", text)))
            .toList();
    /** Stands in for the embeddings: texts that share letters are near each other. */
    private final TextVectors vectors = text -> {
        float[] counts = new float[TextVectors.SIZE];
        text.chars().filter(Character::isLetter).forEach(letter -> counts[letter % TextVectors.SIZE]++);
        double length = Math.sqrt(dot(counts, counts));
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= (float) length;
        }
        return counts;
    };

    @Test
    void everyMethodThatReadsWordsFindsThePodOfATicketLikeThoseItKnows() {
        assertThat(Methods.all(vectors))
                .filteredOn(method -> !method.name().contains("embeddings"))
                .hasSizeGreaterThan(5)
                .allSatisfy(method -> {
                    Classifier classifier = method.fit(taxonomy, training);
                    assertThat(classifier.best(TaxonomyTexts.asExample("", "broken piston in the gearbox")
                                    .input()))
                            .as(method.name())
                            .isEqualTo(0);
                    assertThat(classifier.best(TaxonomyTexts.asExample("", "canvas torn at the mast")
                                    .input()))
                            .as(method.name())
                            .isEqualTo(1);
                });
    }

    @Test
    void aMethodOfEmbeddingsTakesThePodWhoseTextIsNearest() {
        Classifier classifier = new NearestText("nearest", vectors, true).fit(taxonomy, List.of());

        assertThat(classifier.best(TaxonomyTexts.asExample("", "spinnaker").input()))
                .isEqualTo(1);
    }

    @Test
    void signalsThatOnlyJudgedTicketsOfTheirPodContainAreTakenOut() {
        Taxonomy poorer = new SignalsInSight()
                .without(
                        taxonomy,
                        List.of(
                                TaxonomyTexts.asExample("Engines", "piston and gearbox"),
                                TaxonomyTexts.asExample("Engines", "the mast")),
                        List.of(TaxonomyTexts.asExample("Engines", "an old piston")));

        assertThat(poorer.pods())
                .extracting(Pod::signals)
                .containsExactly(
                        List.of(new Signal("piston", 3)), List.of(new Signal("mast", 3), new Signal("spinnaker", 3)));
    }

    @Test
    void scoresAreBroughtToOneScale() {
        assertThat(Together.standardized(new double[] {1, 3})).containsExactly(-1, 1);
        assertThat(Together.standardized(new double[] {2, 2})).containsExactly(0, 0);
    }

    @Test
    void rightnessIsTheShareOfRepetitionsAndTheDifferenceIsTakenTicketByTicket() {
        List<Example> judged = training.subList(0, 2);
        double[] right = {2, 1};
        double[] wrong = {1, 2};
        Rightness one = Rightness.of(List.of(List.of(right, wrong), List.of(right, right)), judged, taxonomy.names());
        Rightness other = Rightness.of(List.of(List.of(right, right)), judged, taxonomy.names());

        assertThat(one.byExample()).containsExactly(1, 0.5);
        assertThat(one.asText()).isEqualTo("75.0 % (50.0 to 100.0)");
        assertThat(one.against(other)).isEqualTo("-25.0 (-50.0 to +0.0)");
    }

    @Test
    void anAnswerIsConfidentByItsPointsAndItsDistanceToTheSecond() {
        List<List<double[]>> scores = List.of(
                List.of(new double[] {20, 10}, new double[] {20, 11}, new double[] {19, 0}, new double[] {5, 40}));

        assertThat(new Threshold(20, 0.5).figures(scores, training.subList(0, 4), taxonomy.names()))
                .isEqualTo("50.0 % | 50.0 %");
    }

    private static Pod pod(String name, String owns, String... signals) {
        return new Pod(
                name,
                name,
                owns,
                List.of(),
                List.of(),
                Arrays.stream(signals).map(term -> new Signal(term, 3)).toList());
    }

    private static double dot(float[] one, float[] other) {
        return TextVectors.cosine(one, other);
    }
}
