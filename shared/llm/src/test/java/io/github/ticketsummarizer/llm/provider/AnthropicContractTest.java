package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmProvider;

class AnthropicContractTest extends ChatModelContract {
    @Override
    LlmProvider provider() {
        return LlmProvider.ANTHROPIC;
    }

    @Override
    String answeringModel() {
        return "claude-sonnet-5";
    }

    @Override
    boolean takesTemperature() {
        return false;
    }

    @Override
    boolean countsCacheWrites() {
        return true;
    }
}
