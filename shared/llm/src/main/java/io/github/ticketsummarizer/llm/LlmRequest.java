package io.github.ticketsummarizer.llm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question to a model.
 *
 * @param promptVersion which version of the task's prompt asks it, from 1
 * @param repair the earlier answer that this call is to mend; null on the first call
 */
public record LlmRequest(
        LlmTask task,
        int promptVersion,
        TaskInput input,
        @Nullable Repair repair) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when the input is not the one that the task reads
     */
    public LlmRequest {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(input, "input");
        if (!task.reads(input)) {
            throw new IllegalArgumentException("the task %s does not read a %s"
                    .formatted(task.wireName(), input.getClass().getSimpleName()));
        }
    }

    /** A first question. */
    public LlmRequest(LlmTask task, int promptVersion, TaskInput input) {
        this(task, promptVersion, input, null);
    }

    /** The same question, asked again to mend an answer. */
    public LlmRequest repairing(Repair earlier) {
        return new LlmRequest(task, promptVersion, input, earlier);
    }

    /**
     * An answer that could not be used.
     *
     * @param problems what is wrong with it, as the model is told
     */
    public record Repair(String rawAnswer, String problems) {
        public Repair {
            Objects.requireNonNull(rawAnswer, "rawAnswer");
            Objects.requireNonNull(problems, "problems");
        }
    }
}
