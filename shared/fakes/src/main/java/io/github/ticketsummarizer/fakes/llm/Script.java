package io.github.ticketsummarizer.fakes.llm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a model says that does not do what it is asked. */
@FunctionalInterface
public interface Script {
    /**
     * The answer's text; null for one that is plausible.
     *
     * @param system the system part of the prompt
     * @param ticket the text of the last turn
     * @param schema what the answer should look like
     */
    @Nullable
    String answer(String system, String ticket, JsonNode schema);
}
