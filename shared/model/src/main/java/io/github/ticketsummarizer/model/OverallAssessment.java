package io.github.ticketsummarizer.model;

/** The overall answer is derived, never asked of a model, so that it cannot contradict its two parts. */
public final class OverallAssessment {
    private OverallAssessment() {}

    /** Triage yes and fix yes is yes; triage no is no; anything else is maybe. */
    public static Assessment of(Assessment triage, Assessment fix) {
        return switch (triage) {
            case YES -> fix == Assessment.YES ? Assessment.YES : Assessment.MAYBE;
            case MAYBE -> Assessment.MAYBE;
            case NO -> Assessment.NO;
        };
    }
}
