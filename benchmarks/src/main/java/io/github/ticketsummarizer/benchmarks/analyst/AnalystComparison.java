package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares ways to find the POD of a ticket, on the tune half of the samples, and prints three tables as Markdown: how
 * right each is, what it costs, and how often the product's is right when it is confident. {@code CONFIG_DIR} names the folder of another taxonomy.
 */
public final class AnalystComparison {
    static final Path SAMPLES = Path.of("samples");

    private final List<Method> methods = Methods.all(TextVectors.miniLm().remembered());
    private final List<Example> examples;
    private final List<String> pods;
    private final CrossValidation validation;

    private AnalystComparison(AnalysisConfig config) throws InterruptedException {
        this.examples = Tickets.tuneHalf(SAMPLES).synthesized(config);
        this.pods = config.taxonomy().names();
        this.validation = new CrossValidation(config.taxonomy(), examples);
        System.out.printf(
                "%d tickets, taxonomy version %d%n%n",
                examples.size(), config.taxonomy().version());
    }

    /**
     * Prints the tables.
     *
     * @param args {@code rightness}, {@code cost} or {@code confidence} for one of the tables; none for all
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        AnalystComparison comparison = new AnalystComparison(AnalysisConfig.from(new Settings(System.getenv())));
        List<String> wanted = args.length == 0 ? List.of("rightness", "cost", "confidence") : List.of(args);
        if (wanted.contains("rightness")) {
            comparison.printRightness();
        }
        if (wanted.contains("cost")) {
            comparison.printCost();
        }
        if (wanted.contains("confidence")) {
            comparison.printConfidence();
        }
    }

    private void printRightness() {
        System.out.println("""
                | way | right PODs | against the first | without signals in sight | against the first |
                |---|---|---|---|---|""");
        Standing first = standing(methods.getFirst());
        print(first, first);
        methods.stream().skip(1).forEach(method -> print(standing(method), first));
        System.out.println();
    }

    private Standing standing(Method method) {
        return new Standing(
                method,
                Rightness.of(validation.scores(method, false), examples, pods),
                Rightness.of(validation.scores(method, true), examples, pods));
    }

    private static void print(Standing one, Standing first) {
        System.out.printf(
                "| %s | %s | %s | %s | %s |%n",
                one.method().name(),
                one.right().asText(),
                one.right().against(first.right()),
                one.withoutSignalsInSight().asText(),
                one.withoutSignalsInSight().against(first.withoutSignalsInSight()));
    }

    private void printCost() throws IOException, InterruptedException {
        System.out.println("""
                | way | processor time until ready | a ticket | resident at most |
                |---|---|---|---|""");
        for (int i = 0; i < methods.size(); i++) {
            System.out.printf("| %s | %s |%n", methods.get(i).name(), CostProbe.inOwnProcess(i));
        }
    }

    private void printConfidence() {
        System.out.println("""

                | points at least | runner-up at most | confident | right of these | without signals in sight: confident | right |
                |---|---|---|---|---|---|""");
        List<List<double[]>> asIs = validation.scores(methods.getFirst(), false);
        List<List<double[]>> poorer = validation.scores(methods.getFirst(), true);
        for (Threshold threshold : Threshold.GRID) {
            System.out.printf(
                    "| %s | %s | %s |%n",
                    threshold, threshold.figures(asIs, examples, pods), threshold.figures(poorer, examples, pods));
        }
    }

    private record Standing(Method method, Rightness right, Rightness withoutSignalsInSight) {}
}
