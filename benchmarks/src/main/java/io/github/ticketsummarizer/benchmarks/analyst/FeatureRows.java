package io.github.ticketsummarizer.benchmarks.analyst;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Features in the form that liblinear takes them: numbered from 1 by what the training tickets have. */
final class FeatureRows {
    private static final double PRECISION = 0.1;

    private final Map<Long, Integer> indices = new HashMap<>();

    FeatureRows(List<Map<Long, Double>> training) {
        TreeSet<Long> keys = new TreeSet<>();
        training.forEach(features -> keys.addAll(features.keySet()));
        keys.forEach(key -> indices.put(key, indices.size() + 1));
    }

    /**
     * A training example.
     *
     * @param pod its right POD, as an index
     */
    record Row(Feature[] nodes, Integer pod) {}

    List<Row> labelled(List<Example> examples, List<Map<Long, Double>> features, List<String> pods) {
        return IntStream.range(0, examples.size())
                .mapToObj(i -> new Row(
                        nodes(features.get(i)), pods.indexOf(examples.get(i).pod())))
                .toList();
    }

    /** The features of a ticket, without those that no training ticket has, and with the constant that comes last. */
    Feature[] nodes(Map<Long, Double> features) {
        Map<Integer, Double> sorted = new TreeMap<>();
        features.forEach((key, value) -> {
            Integer index = indices.get(key);
            if (index != null) {
                sorted.put(index, value);
            }
        });
        sorted.put(constant(), 1.0);
        return sorted.entrySet().stream()
                .map(entry -> new FeatureNode(entry.getKey(), entry.getValue()))
                .toArray(Feature[]::new);
    }

    Model train(List<Row> tickets, List<Row> described, double cost) {
        List<Row> rows = Stream.concat(tickets.stream(), described.stream()).toList();
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = constant();
        problem.bias = 1;
        problem.x = rows.stream().map(Row::nodes).toArray(Feature[][]::new);
        problem.y = rows.stream().mapToDouble(Row::pod).toArray();
        return Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, PRECISION));
    }

    private int constant() {
        return indices.size() + 1;
    }

    /** The probability of each POD by its index; 0 for one that was not learned. */
    static double[] scores(Model model, Feature[] nodes, int pods) {
        double[] byLabel = new double[model.getNrClass()];
        Linear.predictProbability(model, nodes, byLabel);
        double[] scores = new double[pods];
        for (int i = 0; i < byLabel.length; i++) {
            scores[model.getLabels()[i]] = byLabel[i];
        }
        return scores;
    }
}
