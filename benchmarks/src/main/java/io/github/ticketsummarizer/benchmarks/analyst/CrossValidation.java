package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.config.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges every example by what was learned from the others only: stratified folds, dealt anew a number of times. All
 * methods are given the same folds.
 */
final class CrossValidation {
    /** The rarest POD has four tickets, so that each fold has one of them. */
    private static final int FOLDS = 4;

    private static final int REPETITIONS = 5;

    private final Taxonomy taxonomy;
    private final List<Example> examples;
    private final SignalsInSight signals = new SignalsInSight();

    CrossValidation(Taxonomy taxonomy, List<Example> examples) {
        this.taxonomy = taxonomy;
        this.examples = examples;
    }

    /**
     * Judges the examples.
     *
     * @param withoutSignalsInSight whether each fold is judged by a taxonomy without the signals that only it contains
     * @return by repetition the scores of each example, in their order
     */
    List<List<double[]>> scores(Method method, boolean withoutSignalsInSight) {
        List<List<double[]>> scores = new ArrayList<>();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            Folds<Example> folds = Folds.stratified(examples, Example::pod, FOLDS, repetition);
            Map<Example, double[]> byExample = new HashMap<>();
            for (int fold = 0; fold < FOLDS; fold++) {
                judge(method, folds.judged(fold), folds.training(fold), withoutSignalsInSight, byExample);
            }
            scores.add(examples.stream().map(byExample::get).toList());
        }
        return scores;
    }

    private void judge(
            Method method,
            List<Example> judged,
            List<Example> training,
            boolean withoutSignalsInSight,
            Map<Example, double[]> scores) {
        Taxonomy known = withoutSignalsInSight ? signals.without(taxonomy, judged, training) : taxonomy;
        Classifier classifier = method.fit(known, training);
        for (Example example : judged) {
            scores.put(example, classifier.scores(example.input()));
        }
    }
}
