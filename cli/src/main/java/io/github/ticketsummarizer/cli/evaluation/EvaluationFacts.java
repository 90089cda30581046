package io.github.ticketsummarizer.cli.evaluation;

import io.github.ticketsummarizer.evaluation.Split;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, and by what.
 *
 * @param labels the file, as the user named it
 * @param split null for all labels
 * @param taxonomyVersion of the taxonomy that was decided by; likewise the guide to Diagnostics
 */
public record EvaluationFacts(
        String labels, @Nullable Split split, String modelProvider, int taxonomyVersion, int guideVersion) {}
