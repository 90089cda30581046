package io.github.ticketsummarizer.llm.resilience;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.chat.AnswerSchema;
import io.github.ticketsummarizer.llm.chat.ChatAnswer;
import io.github.ticketsummarizer.llm.chat.ChatRequest;
import io.github.ticketsummarizer.llm.chat.ChatTurn;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.model.CallFailure;
import io.github.ticketsummarizer.model.ErrorType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests, answers and failures, of which only what a test names matters. */
final class ChatSamples {
    private ChatSamples() {}

    static ChatRequest request() {
        return request(10);
    }

    static ChatRequest request(int chars) {
        return new ChatRequest(
                "",
                List.of(ChatTurn.user("x".repeat(chars))),
                new AnswerSchema("answer", JsonNodeFactory.instance.objectNode()));
    }

    static ChatAnswer answer() {
        return answer(10, 10);
    }

    static ChatAnswer answer(long input, long output) {
        return new ChatAnswer(
                "{}",
                ChatAnswer.Finish.COMPLETE,
                "model-1",
                null,
                new TokenUsage(input, null, null, output, null),
                Duration.ofMillis(1));
    }

    static LlmException failure(ErrorType type, @Nullable Duration retryAfter) {
        return new LlmException(CallFailure.transientFailure(type, "it said so"), retryAfter);
    }
}
