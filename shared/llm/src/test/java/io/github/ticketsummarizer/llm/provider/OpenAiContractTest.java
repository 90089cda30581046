package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmProvider;

class OpenAiContractTest extends ChatModelContract {
    @Override
    LlmProvider provider() {
        return LlmProvider.OPENAI;
    }

    @Override
    String answeringModel() {
        return "gpt-4.1-mini";
    }
}
