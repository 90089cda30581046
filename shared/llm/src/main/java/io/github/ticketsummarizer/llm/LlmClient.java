package io.github.ticketsummarizer.llm;

/**
 * Asks one provider. It blocks and makes one attempt; retries are the stage's affair. Implementations are thread-safe.
 */
@FunctionalInterface
public interface LlmClient {
    /**
     * Makes one call.
     *
     * @throws LlmException when there is no usable answer
     * @throws InterruptedException when the caller gave up
     */
    LlmAnswer call(LlmRequest request) throws LlmException, InterruptedException;

    /** The tokens that a request may have, as {@link #tokens} estimates them; as good as none where nobody counts. */
    default long maxTokens() {
        return Long.MAX_VALUE;
    }

    /**
     * About how many tokens a request has, rather too many than too few; 0 where nobody counts.
     *
     * @throws LlmException {@code llm_bad_request} when the request cannot be put into words
     */
    default long tokens(LlmRequest request) throws LlmException {
        return 0;
    }
}
