package io.github.ticketsummarizer.llm.cost;

import io.github.ticketsummarizer.llm.LlmProvider;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The price of some models of a provider.
 *
 * @param models each matched against a whole model name
 * @param usd per million tokens
 * @param above other prices, for calls with a long input; null where there are none
 * @param source where the figures stand
 * @param checked the day on which they were last seen
 */
public record ModelPrice(
        LlmProvider provider,
        List<Pattern> models,
        TokenPrices usd,
        @Nullable Above above,
        String source,
        String checked) {
    public ModelPrice {
        models = List.copyOf(models);
    }

    /** Prices for a whole call whose input has more tokens than this. */
    public record Above(long inputTokens, TokenPrices usd) {}

    boolean matches(LlmProvider asked, String model) {
        return provider == asked
                && models.stream().anyMatch(pattern -> pattern.matcher(model).matches());
    }

    TokenPrices prices(long inputTokens) {
        return above != null && inputTokens > above.inputTokens() ? above.usd() : usd;
    }
}
