package io.github.ticketsummarizer.llm.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ticketsummarizer.model.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountLimitsTest {
    @Test
    void anInstanceTakesItsPartOfTheShare() {
        Settings settings = new Settings(Map.of(
                "GEMINI_REQUESTS_PER_MINUTE", "1000",
                "GEMINI_TOKENS_PER_MINUTE", "2000000",
                "GEMINI_RATE_SHARE", "60",
                "GEMINI_INSTANCES", "3",
                "GEMINI_MAX_CONCURRENCY", "40"));

        assertThat(AccountLimits.from(settings, "GEMINI")).isEqualTo(new AccountLimits(200, 400_000, 40, 3));
    }

    @Test
    void anAccountHasNoLimitsUnlessTheyAreSet() {
        assertThat(AccountLimits.from(new Settings(Map.of()), "GEMINI")).isEqualTo(new AccountLimits(0, 0, 1_000, 1));
    }
}
