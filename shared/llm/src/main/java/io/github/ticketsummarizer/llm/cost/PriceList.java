package io.github.ticketsummarizer.llm.cost;

import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.chat.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What calls cost, as far as it is known. */
public final class PriceList {
    private final List<ModelPrice> prices;
    private final @Nullable String azureModel;

    /** @param prices in order: the first that matches counts */
    public PriceList(List<ModelPrice> prices) {
        this(prices, null);
    }

    private PriceList(List<ModelPrice> prices, @Nullable String azureModel) {
        this.prices = List.copyOf(prices);
        this.azureModel = azureModel;
    }

    /** These prices, for an Azure deployment of a known model; null leaves it to the model that answers. */
    public PriceList withAzureModel(@Nullable String baseModel) {
        return new PriceList(prices, baseModel);
    }

    /** How many entries it has. */
    public int size() {
        return prices.size();
    }

    /** The price of a model; for Azure that of OpenAI's model where Azure has none of its own. */
    public Optional<ModelPrice> of(LlmProvider provider, String answered) {
        String model = provider == LlmProvider.AZURE && azureModel != null ? azureModel : answered;
        return Stream.of(provider, provider == LlmProvider.AZURE ? LlmProvider.OPENAI : provider)
                .flatMap(owner -> prices.stream().filter(price -> price.matches(owner, model)))
                .findFirst();
    }

    /** US dollars; null when the tokens were not counted, as the usage tells, or else when the model has no price. */
    public @Nullable Double cost(LlmProvider provider, String model, TokenUsage usage) {
        Long input = usage.input();
        Long output = usage.output();
        if (input == null || output == null) {
            return null;
        }
        return of(provider, model)
                .map(price -> price.prices(input)
                        .cost(input, orNone(usage.cachedInput()), orNone(usage.cacheWrite()), output))
                .orElse(null);
    }

    private static long orNone(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }
}
