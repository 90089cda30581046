package io.github.ticketsummarizer.llm.prompt;

import io.github.ticketsummarizer.llm.LlmTask;

/**
 * Which prompt.
 *
 * @param version from 1
 */
record PromptName(LlmTask task, int version) {
    /** Where a part stands in the configuration, for example {@code prompts/synthesis/1/system.mustache}. */
    String file(String part) {
        return "prompts/%s/%d/%s.mustache".formatted(task.wireName(), version, part);
    }
}
