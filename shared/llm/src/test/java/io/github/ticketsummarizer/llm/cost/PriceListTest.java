package io.github.ticketsummarizer.llm.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import io.github.ticketsummarizer.llm.config.ConfigException;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.config.PriceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {
    private static final double EXACT = 1e-12;

    private final PriceList bundled = new PriceFiles(ConfigFolder.bundled()).load();

    @ParameterizedTest
    @CsvSource({
        // 700k plain, 300k cached, 100k written: 0.7 x 0.30 + 0.3 x 0.03 + 0.1 x 2.50
        "GEMINI, gemini-2.5-flash, 1000000, 300000, 0, 100000, 0.469",
        // the longer input has other prices, for all tokens: 1 x 2.50 + 0.1 x 15
        "GEMINI, gemini-2.5-pro, 1000000, 0, 0, 100000, 4.0",
        "GEMINI, gemini-2.5-pro, 200000, 0, 0, 100000, 1.25",
        // 0.4 plain, 0.5 cached, 0.1 into the cache: 0.4 x 2 + 0.5 x 0.1 + 0.1 x 2.5 + 0.2 x 10
        "ANTHROPIC, claude-sonnet-5-5, 1000000, 500000, 100000, 200000, 3.1",
        "OPENAI, GPT-4o-2024-08-06, 1000, 0, 0, 1000, 0.0125",
        "AZURE, gpt-4o-mini-2024-07-18, 1000000, 0, 0, 0, 0.15"
    })
    void aCallCostsWhatItsTokensCost(
            LlmProvider provider, String model, long input, long cached, long written, long output, double dollars) {
        TokenUsage usage = new TokenUsage(input, cached, written, output, 0L);

        assertThat(bundled.cost(provider, model, usage)).isCloseTo(dollars, within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, llama3.1:8b", "GEMINI, gpt-4o", "OPENAI, gpt-4o-audio-preview", "OPENAI, my-gpt-4o"})
    void whatIsNotListedHasNoCost(LlmProvider provider, String model) {
        assertThat(bundled.cost(provider, model, new TokenUsage(10L, 0L, 0L, 10L, 0L)))
                .isNull();
    }

    @Test
    void tokensThatNobodyCountedHaveNoCost() {
        assertThat(bundled.cost(LlmProvider.OPENAI, "gpt-4o", TokenUsage.UNKNOWN))
                .isNull();
    }

    @Test
    void anAzureDeploymentCostsWhatItsModelCosts() {
        TokenUsage usage = new TokenUsage(1_000_000L, null, null, 0L, null);

        assertThat(bundled.cost(LlmProvider.AZURE, "prod-1", usage)).isNull();
        assertThat(bundled.withAzureModel("gpt-4.1").cost(LlmProvider.AZURE, "prod-1", usage))
                .isEqualTo(2.0);
    }

    @Test
    void aPriceOfOnesOwnGoesBeforeTheListed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("prices.yaml"), """
                prices:
                  - provider: openai
                    models: ["gpt-4o", "llama.*"]
                    usd: {input: 1, output: 2}
                    source: our contract
                    checked: 2026-11-01
                """);
        PriceList own = new PriceFiles(ConfigFolder.at(folder)).load();
        TokenUsage million = new TokenUsage(1_000_000L, null, null, 1_000_000L, null);

        assertThat(own.cost(LlmProvider.OPENAI, "gpt-4o", million)).isEqualTo(3.0);
        assertThat(own.cost(LlmProvider.OPENAI, "llama3.1:8b", million)).isEqualTo(3.0);
        assertThat(own.cost(LlmProvider.OPENAI, "gpt-4.1", million)).isEqualTo(10.0);
    }

    @Test
    void mistakesAreNamedWithTheirLines(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("prices.yaml"), """
                prices:
                  - provider: openai
                    models: ["gpt-4o("]
                    usd: {input: -1, output: 2}
                    source: our contract
                """);

        assertThatThrownBy(() -> new PriceFiles(ConfigFolder.at(folder)).load())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("prices.yaml:2")
                .hasMessageContaining("checked")
                .hasMessageContaining("prices.yaml:3")
                .hasMessageContaining("prices.yaml:4");
    }
}
