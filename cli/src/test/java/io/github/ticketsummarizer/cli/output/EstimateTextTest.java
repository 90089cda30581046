package io.github.ticketsummarizer.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.llm.cost.Bounds;
import io.github.ticketsummarizer.llm.cost.CostEstimate;
import io.github.ticketsummarizer.model.RunTotals;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTextTest {
    private static final Bounds DOLLARS = new Bounds(0.0614, 1.27);

    @Test
    void itSaysBetweenWhatTheCostWillBe() {
        assertThat(EstimateText.before(estimate("gemini-2.5-flash", DOLLARS, true)))
                .isEqualTo("estimate: 72 calls to gemini-2.5-flash, 130,000 to 260,000 tokens read and 960 to 100,000"
                        + " written, 0.061 to 1.3 USD");
    }

    @Test
    void itSaysHowManyCallsLongThreadsTake() {
        CostEstimate estimate = new CostEstimate(
                "gemini", "gemini-2.5-flash", 24, 80, 8, new Bounds(1, 2), new Bounds(3, 4), DOLLARS, true);

        assertThat(EstimateText.before(estimate))
                .startsWith("estimate: 80 calls to gemini-2.5-flash (8 of them for notes of long threads), 1 to 2");
    }

    @Test
    void aModelWithoutPriceHasNoCost() {
        assertThat(EstimateText.before(estimate("llama3.1:8b", null, true)))
                .endsWith("written, cost unknown: no price for llama3.1:8b in config/prices.yaml");
        assertThat(EstimateText.before(estimate(null, null, true)))
                .startsWith("estimate: 72 calls to openai, ")
                .endsWith("written, cost unknown: the settings here do not tell the model");
    }

    @Test
    void ticketsThatWereNotReadYetAreTakenToBeLikeTheSamples() {
        assertThat(EstimateText.before(estimate("gemini-2.5-flash", DOLLARS, false)))
                .endsWith("USD; the tickets are not read yet and taken to be as long as the samples, 3,350 characters"
                        + " each");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, the cost is within the estimate",
        "1.397, the cost is 10 % above the estimate",
        "0.0307, the cost is 50 % below the estimate"
    })
    void atTheEndItSaysHowFarOffTheEstimateWas(double dollars, String verdict) {
        assertThat(EstimateText.after(estimate("gemini-2.5-flash", DOLLARS, true), totals(dollars, 0)))
                .isEqualTo("outcome: 74 calls, 300,000 tokens read and 12,000 written, %.4f USD; %s"
                        .formatted(dollars, verdict));
    }

    @Test
    void whereTheCostIsNotKnownTheTokensAreCompared() {
        String expected =
                "outcome: 74 calls, 300,000 tokens read and 12,000 written; the tokens read are 15 % above the"
                        + " estimate";
        assertThat(EstimateText.after(estimate("llama3.1:8b", null, true), totals(0, 74)))
                .isEqualTo(expected);
        assertThat(EstimateText.after(estimate("tickets", DOLLARS, true), totals(0.5, 1)))
                .isEqualTo(expected);
    }

    private static CostEstimate estimate(@Nullable String model, @Nullable Bounds dollars, boolean sized) {
        return new CostEstimate(
                "openai", model, 24, 72, 0, new Bounds(131_234, 260_900), new Bounds(963, 104_000), dollars, sized);
    }

    private static RunTotals totals(double dollars, long unpriced) {
        return new RunTotals(
                24L, 0L, 0L, 0L, 0L, 0L, 0L, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 300_000L, 12_000L,
                dollars, 74L, unpriced, 0L);
    }
}
