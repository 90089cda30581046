package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmProvider;

class AzureContractTest extends ChatModelContract {
    @Override
    LlmProvider provider() {
        return LlmProvider.AZURE;
    }

    @Override
    String answeringModel() {
        return "gpt-4.1-mini-2025-04-14";
    }
}
