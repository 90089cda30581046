package io.github.ticketsummarizer.llm;

/**
 * Asks one provider. It blocks and makes one attempt; retries are the stage's affair. Implementations are thread-safe.
 */
@FunctionalInterface
public interface LlmClient extends RequestSize {
    /**
     * Makes one call.
     *
     * @throws LlmException when there is no usable answer
     * @throws InterruptedException when the caller gave up
     */
    LlmAnswer call(LlmRequest request) throws LlmException, InterruptedException;

    @Override
    default long maxTokens() {
        return Long.MAX_VALUE;
    }

    @Override
    default long tokens(LlmRequest request) throws LlmException {
        return 0;
    }
}
