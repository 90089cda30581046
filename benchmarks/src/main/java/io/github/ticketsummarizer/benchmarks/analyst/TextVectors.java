package io.github.ticketsummarizer.benchmarks.analyst;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.github.ticketsummarizer.llm.AnalysisInput;
import io.github.ticketsummarizer.llm.offline.WeightedText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns texts into vectors of length 1, so that texts of like meaning point the same way. */
@FunctionalInterface
interface TextVectors {
    /** How many numbers a vector has. */
    int SIZE = 384;

    /** The vector of a text that is not blank; what the model has no room for at its end is not read. */
    float[] of(String text);

    /** all-MiniLM-L6-v2, quantised, in this JVM, opened when first asked. */
    static TextVectors miniLm() {
        return new TextVectors() {
            private @Nullable AllMiniLmL6V2QuantizedEmbeddingModel model;

            @Override
            public float[] of(String text) {
                if (model == null) {
                    model = new AllMiniLmL6V2QuantizedEmbeddingModel();
                }
                return model.embed(text).content().vector();
            }
        };
    }

    /** The same, asked but once for each text. */
    default TextVectors remembered() {
        Map<String, float[]> known = new HashMap<>();
        return text -> known.computeIfAbsent(text, this::of);
    }

    /** The mean of the vectors of a ticket's parts, each counted by its weight. */
    default double[] mean(AnalysisInput input) {
        double[] sum = new double[SIZE];
        for (WeightedText part : WeightedText.of(input)) {
            float[] vector = of(part.text());
            for (int i = 0; i < SIZE; i++) {
                sum[i] += part.weight() * vector[i];
            }
        }
        return sum;
    }

    /** The cosine of the angle between two vectors of length 1. */
    static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
