package io.github.ticketsummarizer.llm;

/** The clients of the providers that are asked over a network. */
@FunctionalInterface
public interface ProviderClients {
    /**
     * The client of a provider.
     *
     * @throws LlmException {@code provider_not_configured} when settings are missing; the message names them
     */
    LlmClient client(LlmProvider provider) throws LlmException;
}
