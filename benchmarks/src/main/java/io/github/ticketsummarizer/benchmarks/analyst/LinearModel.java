package io.github.ticketsummarizer.benchmarks.analyst;

import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.config.Taxonomy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Logistic regression, one POD against the rest, with a quadratic penalty. How strong the penalty is, is chosen by
 * cross-validation among the training tickets alone.
 *
 * @param withTaxonomy whether the texts of the taxonomy are examples to learn from as well
 */
record LinearModel(String name, Features features, boolean withTaxonomy) implements Method {
    private static final List<Double> COSTS = List.of(1.0, 10.0, 100.0);
    private static final int INNER_FOLDS = 2;

    @Override
    public Classifier fit(Taxonomy taxonomy, List<Example> training) {
        Linear.disableDebugOutput();
        List<Example> texts = withTaxonomy ? TaxonomyTexts.asExamples(taxonomy) : List.of();
        List<Example> all = Stream.concat(training.stream(), texts.stream()).toList();
        Function<AnalysisInput, Map<Long, Double>> reader = features.fit(taxonomy, all);
        List<Map<Long, Double>> read =
                all.stream().map(example -> reader.apply(example.input())).toList();
        FeatureRows rows = new FeatureRows(read);
        List<FeatureRows.Row> labelled = rows.labelled(all, read, taxonomy.names());
        List<FeatureRows.Row> tickets = labelled.subList(0, training.size());
        List<FeatureRows.Row> described = labelled.subList(training.size(), all.size());
        Model model = rows.train(tickets, described, bestCost(rows, tickets, described));
        int pods = taxonomy.pods().size();
        return input -> FeatureRows.scores(model, rows.nodes(reader.apply(input)), pods);
    }

    private static double bestCost(FeatureRows rows, List<FeatureRows.Row> tickets, List<FeatureRows.Row> described) {
        Folds<FeatureRows.Row> folds = Folds.stratified(tickets, FeatureRows.Row::pod, INNER_FOLDS, 0);
        double bestCost = COSTS.getFirst();
        int mostRight = -1;
        for (double cost : COSTS) {
            int right = 0;
            for (int fold = 0; fold < INNER_FOLDS; fold++) {
                Model model = rows.train(folds.training(fold), described, cost);
                for (FeatureRows.Row row : folds.judged(fold)) {
                    right += Linear.predict(model, row.nodes()) == row.pod() ? 1 : 0;
                }
            }
            if (right > mostRight) {
                mostRight = right;
                bestCost = cost;
            }
        }
        return bestCost;
    }
}
