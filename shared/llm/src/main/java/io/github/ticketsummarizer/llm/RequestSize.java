package io.github.ticketsummarizer.llm;

import io.github.ticketsummarizer.llm.prompt.PromptBuilder;

/** How long a request may be, and how long it is. */
public interface RequestSize {
    /** The tokens that a request may have, as {@link #tokens} estimates them; as good as none where nobody counts. */
    long maxTokens();

    /**
     * About how many tokens a request has, rather too many than too few; 0 where nobody counts.
     *
     * @throws LlmException {@code llm_bad_request} when the request cannot be put into words
     */
    long tokens(LlmRequest request) throws LlmException;

    /**
     * As the prompts put a request into words.
     *
     * @param maxTokens that a request may have
     */
    static RequestSize of(PromptBuilder prompts, long maxTokens) {
        return new RequestSize() {
            @Override
            public long maxTokens() {
                return maxTokens;
            }

            @Override
            public long tokens(LlmRequest request) throws LlmException {
                return prompts.build(request).estimatedTokens();
            }
        };
    }
}
