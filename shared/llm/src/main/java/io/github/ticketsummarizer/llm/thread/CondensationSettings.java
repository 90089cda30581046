package io.github.ticketsummarizer.llm.thread;

import io.github.ticketsummarizer.model.Settings;

/**
 * How threads are condensed that are too long for one request.
 *
 * @param maxCalls calls that the notes of one ticket may take; a ticket that needs more fails
 */
public record CondensationSettings(int maxCalls) {
    /** With chunks of 40,000 tokens the largest record that topics take by default is within it. */
    private static final int MAX_CALLS = 60;

    /** Reads {@code CONDENSATION_MAX_CALLS}. */
    public static CondensationSettings from(Settings settings) {
        return new CondensationSettings(settings.wholeNumber("CONDENSATION_MAX_CALLS", MAX_CALLS, 1, 10_000));
    }
}
