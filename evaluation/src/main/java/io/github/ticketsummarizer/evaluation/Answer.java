package io.github.ticketsummarizer.evaluation;

import io.github.ticketsummarizer.model.Confidence;

/** One answer to one question. */
public record Answer(String value, Confidence confidence) {}
