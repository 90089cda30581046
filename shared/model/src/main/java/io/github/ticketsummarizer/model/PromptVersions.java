package io.github.ticketsummarizer.model;

import org.jspecify.annotations.Nullable;

/**
 * Which version of each task's prompt a submission is answered with: whole numbers from 1.
 *
 * @param condensation of long threads; null where the submission named none
 */
public record PromptVersions(
        int synthesis,
        int categorization,
        int diagnostics,
        @Nullable Integer condensation) {
    /** Version 1 of every prompt. */
    public static final PromptVersions FIRST = new PromptVersions(1, 1, 1);

    /** What answers where a submission names no version: the newest of each. */
    public static final PromptVersions DEFAULT = new PromptVersions(2, 1, 2);

    /**
     * Checks the versions.
     *
     * @throws IllegalArgumentException when a version is below 1
     */
    public PromptVersions {
        requirePositive("synthesis", synthesis);
        requirePositive("categorization", categorization);
        requirePositive("diagnostics", diagnostics);
        requirePositive("condensation", condensation == null ? 1 : condensation);
    }

    /** Versions of the tasks that every ticket passes. */
    public PromptVersions(int synthesis, int categorization, int diagnostics) {
        this(synthesis, categorization, diagnostics, null);
    }

    private static void requirePositive(String task, int version) {
        if (version < 1) {
            throw new IllegalArgumentException(
                    "prompt version of %s is %d; versions are whole numbers from 1".formatted(task, version));
        }
    }
}
