package io.github.ticketsummarizer.llm.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.LlmException;
import io.github.ticketsummarizer.llm.config.AnalysisConfig;
import io.github.ticketsummarizer.llm.config.ConfigFiles;
import io.github.ticketsummarizer.llm.config.ConfigFolder;
import io.github.ticketsummarizer.llm.config.PriceFiles;
import io.github.ticketsummarizer.llm.prompt.PromptBuilder;
import io.github.ticketsummarizer.llm.prompt.PromptLibrary;
import io.github.ticketsummarizer.llm.provider.ChatModels;
import io.github.ticketsummarizer.llm.thread.CondensationSettings;
import io.github.ticketsummarizer.model.AnalysisType;
import io.github.ticketsummarizer.model.Comment;
import io.github.ticketsummarizer.model.CustomFields;
import io.github.ticketsummarizer.model.PromptVersions;
import io.github.ticketsummarizer.model.Run;
import io.github.ticketsummarizer.model.Settings;
import io.github.ticketsummarizer.model.Ticket;
import io.github.ticketsummarizer.model.TicketHeader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostEstimatorTest {
    private static final AnalysisConfig CONFIG = ConfigFiles.bundled().load();
    private static final Map<String, String> GEMINI = Map.of("GEMINI_API_KEY", "x");

    @Test
    void theBaselineCostsNothingAndNeedsNoEstimate() throws LlmException {
        assertThat(estimator(Map.of()).estimate(run("offline", AnalysisType.BOTH), 10, List.of()))
                .isEmpty();
        assertThat(estimator(GEMINI).estimate(run("gemini", AnalysisType.BOTH), 0, List.of()))
                .isEmpty();
    }

    @Test
    void eachTicketIsSynthesizedAndAnalyzedAsOftenAsItWasAskedFor() throws LlmException {
        CostEstimate both = estimate(GEMINI, AnalysisType.BOTH, List.of());
        CostEstimate pod = estimate(GEMINI, AnalysisType.POD, List.of());

        assertThat(both)
                .extracting(CostEstimate::model, CostEstimate::tickets, CostEstimate::calls)
                .containsExactly("gemini-2.5-flash", 100, 300);
        assertThat(pod.calls()).isEqualTo(200);
        assertThat(pod.inputTokens().high()).isLessThan(both.inputTokens().high());
        assertThat(dollars(pod).high()).isLessThan(dollars(both).high());
    }

    @Test
    void longerTicketsCostMore() throws LlmException {
        CostEstimate unknown = estimate(GEMINI, AnalysisType.BOTH, List.of());
        CostEstimate known = estimate(GEMINI, AnalysisType.BOTH, List.of(ticket(90_000), ticket(90_000)));

        assertThat(unknown.ticketSizesKnown()).isFalse();
        assertThat(known.ticketSizesKnown()).isTrue();
        // 100 tickets of 86,650 characters more, at 3 characters a token and 0.30 USD a million.
        assertThat(dollars(known).high() - dollars(unknown).high()).isBetween(0.86, 0.88);
    }

    @Test
    void theLowEndHasTheFixedPartFromTheCacheAndTheHighEndNot() throws LlmException {
        Bounds dollars = dollars(estimate(GEMINI, AnalysisType.BOTH, List.of()));

        assertThat(dollars.low()).isPositive();
        // Answers alone: 630 tokens a ticket at the low end, 4,260 at the high end, at 2.50 USD a million.
        assertThat(dollars.low()).isBetween(0.1575, 0.25);
        assertThat(dollars.high()).isBetween(1.065, 1.6);
    }

    @Test
    void aModelWithoutPriceHasNoCostAndAProviderThatIsSetUpElsewhereNoModel() throws LlmException {
        CostEstimate unpriced = estimator(
                        Map.of("OPENAI_MODEL", "llama3.1:8b", "OPENAI_BASE_URL", "http://localhost:1"))
                .estimate(run("openai", AnalysisType.BOTH), 100, List.of())
                .orElseThrow();
        CostEstimate elsewhere = estimate(Map.of(), AnalysisType.BOTH, List.of());

        assertThat(unpriced)
                .extracting(CostEstimate::model, CostEstimate::costUsd)
                .containsExactly("llama3.1:8b", null);
        assertThat(elsewhere)
                .extracting(CostEstimate::model, CostEstimate::costUsd)
                .containsExactly(null, null);
        assertThat(elsewhere.inputTokens()).isEqualTo(unpriced.inputTokens());
    }

    private static CostEstimate estimate(Map<String, String> settings, AnalysisType type, List<Ticket> sample)
            throws LlmException {
        return estimator(settings).estimate(run("gemini", type), 100, sample).orElseThrow();
    }

    private static Bounds dollars(CostEstimate estimate) {
        assertThat(estimate.costUsd()).isNotNull();
        return estimate.costUsd();
    }

    private static CostEstimator estimator(Map<String, String> settings) {
        ConfigFolder bundled = ConfigFolder.bundled();
        return new CostEstimator(
                new ChatModels(new Settings(settings)),
                new PromptBuilder(new PromptLibrary(bundled, CONFIG), CONFIG),
                new PriceFiles(bundled).load(),
                new CondensationSettings(60));
    }

    private static Run run(String provider, AnalysisType type) {
        return new Run("r", type, provider, PromptVersions.FIRST, 100, null, Instant.EPOCH);
    }

    private static Ticket ticket(int characters) {
        TicketHeader header = new TicketHeader(
                "42",
                "Tip gone",
                "",
                "https://acme.zendesk.com/agent/tickets/42",
                "solved",
                null,
                null,
                1,
                CustomFields.NONE);
        return new Ticket(header, List.of(new Comment("1", "7", "Ana", null, "x".repeat(characters), true, List.of())));
    }
}
