package io.github.ticketsummarizer.llm.chat;

import io.github.ticketsummarizer.llm.LlmException;

/**
 * A model of one provider account. It blocks and makes one attempt over the network; neither it nor the provider's own
 * library repeats a call. An interrupt aborts the call. Implementations are thread-safe.
 */
@FunctionalInterface
public interface ChatModel {
    /**
     * Makes one call.
     *
     * @throws LlmException when no text came: the provider refused, could not be reached, or answered something else;
     *     its failure never quotes the prompt
     * @throws InterruptedException when the caller gave up
     */
    ChatAnswer ask(ChatRequest request) throws LlmException, InterruptedException;
}
