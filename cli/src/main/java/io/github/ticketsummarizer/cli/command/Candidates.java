package io.github.ticketsummarizer.cli.command;

import io.github.ticketsummarizer.cli.evaluation.EvaluationFormat;
import io.github.ticketsummarizer.evaluation.Split;
import io.github.ticketsummarizer.fakes.llm.LlmFault;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.local.ServiceName;
import io.github.ticketsummarizer.model.AnalysisType;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;

/** The words that the shell may complete; picocli makes these and would take the names of the constants otherwise. */
final class Candidates {
    private Candidates() {}

    /** For {@code --analysis-type}. */
    static final class AnalysisTypes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(AnalysisType.values()).map(AnalysisType::wireName).iterator();
        }
    }

    /** For {@code --model-provider}. */
    static final class Providers implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(LlmProvider.values()).map(LlmProvider::wireName).iterator();
        }
    }

    /** For {@code --split}. */
    static final class Splits implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Split.values()).map(Split::wireName).iterator();
        }
    }

    /** For the {@code --output} of {@code evaluate}. */
    static final class EvaluationFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(EvaluationFormat.values())
                    .map(EvaluationFormat::wireName)
                    .iterator();
        }
    }

    /** For {@code --faults}. */
    static final class LlmFaults implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(LlmFault.values()).map(LlmFault::wireName).iterator();
        }
    }

    /** For {@code service}. */
    static final class Services implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ServiceName.values())
                    .map(ServiceName::wireName)
                    .iterator();
        }
    }
}
