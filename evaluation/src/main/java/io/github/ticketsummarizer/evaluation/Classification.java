package io.github.ticketsummarizer.evaluation;

import java.util.List;

/**
 * How well one question was answered.
 *
 * @param withoutAnswer tickets whose analysis failed; they count as wrong
 * @param macroF1 the mean F1 of the classes, each counted alike
 * @param weightedF1 the mean F1 of the classes, counted by support
 * @param kappa Cohen's
 * @param confidentPrecision right among the answers that called themselves confident
 * @param confidentCoverage confident answers among all tickets
 * @param classes every one that is right or answered anywhere, sorted by name
 */
public record Classification(
        int tickets,
        int withoutAnswer,
        Figure accuracy,
        Figure macroF1,
        Figure weightedF1,
        Figure kappa,
        Figure confidentPrecision,
        Figure confidentCoverage,
        List<ClassFigures> classes,
        ConfusionMatrix confusion) {
    public Classification {
        classes = List.copyOf(classes);
    }
}
