package io.github.ticketsummarizer.llm.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.ticketsummarizer.llm.LlmAnswer;
import io.github.ticketsummarizer.model.Json;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Answers written as JSON in the tests. */
final class Answers {
    private Answers() {}

    static LlmAnswer of(String json) {
        try {
            return LlmAnswer.withoutProvider(new Json().mapper().readTree(json), "test-model", Duration.ofMillis(5));
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
