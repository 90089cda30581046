package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.tracing.ModelNames;

/**
 * A provider that this program can ask. Neither the class nor {@link #setup} may touch the provider's library: a program
 * that asks another provider would pay for loading it.
 */
public interface ProviderDefinition {
    /** Whom it defines. */
    LlmProvider provider();

    /** What it is called in traces. */
    default ModelNames names() {
        return ModelNames.all(provider().wireName());
    }

    /** Reads the provider's settings; what is wrong with them is noted there. */
    ProviderSetup setup(ProviderSettings settings);
}
