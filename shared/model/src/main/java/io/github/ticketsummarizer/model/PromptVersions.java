package io.github.ticketsummarizer.model;

/**
 * Which version of each task's prompt a submission is answered with: whole numbers from 1.
 *
 * @throws IllegalArgumentException when a version is below 1
 */
public record PromptVersions(int synthesis, int categorization, int diagnostics) {
    /** Version 1 of every prompt. */
    public static final PromptVersions FIRST = new PromptVersions(1, 1, 1);

    public PromptVersions {
        requirePositive("synthesis", synthesis);
        requirePositive("categorization", categorization);
        requirePositive("diagnostics", diagnostics);
    }

    private static void requirePositive(String task, int version) {
        if (version < 1) {
            throw new IllegalArgumentException(
                    "prompt version of %s is %d; versions are whole numbers from 1".formatted(task, version));
        }
    }
}
