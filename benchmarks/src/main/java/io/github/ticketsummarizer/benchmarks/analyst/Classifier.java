package io.github.ticketsummarizer.benchmarks.analyst;

import io.github.ticketsummarizer.llm.AnalysisInput;

/** A method that is ready. */
@FunctionalInterface
interface Classifier {
    /** How much a ticket speaks for each POD, in the order of the taxonomy. */
    double[] scores(AnalysisInput input);

    /** The POD that a ticket speaks for most, as an index; of equal ones the first. */
    default int best(AnalysisInput input) {
        return best(scores(input));
    }

    /** The highest of some scores, as an index; of equal ones the first. */
    static int best(double[] scores) {
        int best = 0;
        for (int pod = 1; pod < scores.length; pod++) {
            best = scores[pod] > scores[best] ? pod : best;
        }
        return best;
    }
}
