package io.github.ticketsummarizer.llm.chat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which configured prompt made a request, for whoever looks at the call later.
 *
 * @param name the task's
 * @param version a whole number from 1
 * @param template the ticket part before it was filled in
 * @param variables what it was filled in with; text of the ticket among it
 * @param people whom the ticket's own fields name; to find them takes a walk through it, which only a traced call needs
 */
public record PromptUse(
        String name,
        int version,
        String template,
        Map<String, @Nullable Object> variables,
        Supplier<List<String>> people) {
    public PromptUse {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(people, "people");
    }
}
