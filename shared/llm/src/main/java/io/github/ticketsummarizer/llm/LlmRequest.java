package io.github.ticketsummarizer.llm;

import java.util.Objects;

/**
 * One question to a model.
 *
 * @param promptVersion which version of the task's prompt asks it, from 1
 * @throws IllegalArgumentException when the input is not the one that the task reads
 */
public record LlmRequest(LlmTask task, int promptVersion, TaskInput input) {
    public LlmRequest {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(input, "input");
        if ((task == LlmTask.SYNTHESIS) != (input instanceof ThreadInput)) {
            throw new IllegalArgumentException("the task %s does not read a %s"
                    .formatted(task.wireName(), input.getClass().getSimpleName()));
        }
    }
}
