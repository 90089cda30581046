package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmProvider;

class GeminiContractTest extends ChatModelContract {
    @Override
    LlmProvider provider() {
        return LlmProvider.GEMINI;
    }

    @Override
    String answeringModel() {
        return "gemini-2.5-flash";
    }
}
