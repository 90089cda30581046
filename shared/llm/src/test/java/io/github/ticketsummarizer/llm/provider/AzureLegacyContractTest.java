package io.github.ticketsummarizer.llm.provider;

import io.github.ticketsummarizer.llm.LlmProvider;
import java.util.Map;

class AzureLegacyContractTest extends ChatModelContract {
    @Override
    LlmProvider provider() {
        return LlmProvider.AZURE;
    }

    @Override
    String answeringModel() {
        return "gpt-4.1-mini-2025-04-14";
    }

    @Override
    String endpoint() {
        return "azure-legacy";
    }

    @Override
    Map<String, String> moreSettings() {
        return Map.of("AZURE_OPENAI_API_VERSION", "2024-10-21");
    }
}
