package io.github.ticketsummarizer.llm.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.llm.LlmProvider;
import io.github.ticketsummarizer.llm.cost.ModelPrice;
import io.github.ticketsummarizer.llm.cost.PriceList;
import io.github.ticketsummarizer.llm.cost.TokenPrices;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/** Reads {@code prices.yaml}: the user's, where there is one, before the one that comes with the program. */
public final class PriceFiles {
    private static final String FILE = "prices.yaml";
    private static final String SCHEMA = "prices.schema.json";

    private final ConfigFolder folder;
    private final ObjectMapper mapper = new Json().mapper();

    public PriceFiles(ConfigFolder folder) {
        this.folder = folder;
    }

    /**
     * Reads the folder's own prices, and after them those that come along.
     *
     * @throws ConfigException when a file is wrong; it lists the mistakes
     */
    public PriceList load() {
        List<ModelPrice> prices = new ArrayList<>();
        List<ConfigFolder> folders = folder.isBundled() ? List.of(folder) : List.of(folder, ConfigFolder.bundled());
        folders.forEach(each -> prices.addAll(read(each)));
        return new PriceList(prices);
    }

    /** Where they are read from, as messages name it: the file whose prices go before the others. */
    public String place() {
        return folder.has(FILE) ? folder.place(FILE) : ConfigFolder.bundled().place(FILE);
    }

    private List<ModelPrice> read(ConfigFolder from) {
        try {
            YamlDocument document = YamlDocument.parse(from.place(FILE), from.text(FILE));
            if (!document.isFaulty()) {
                new SchemaCheck()
                        .check(
                                document,
                                SCHEMA,
                                mapper.readTree(ConfigFolder.bundled().text(SCHEMA)));
            }
            checkProviders(document);
            checkPatterns(document);
            if (document.isFaulty()) {
                throw new ConfigException(document.mistakes());
            }
            return StreamSupport.stream(document.root().path("prices").spliterator(), false)
                    .map(this::price)
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw new ConfigException(
                    List.of("%s: cannot be read: %s".formatted(from.place(FILE), unreadable.getMessage())));
        }
    }

    private static void checkProviders(YamlDocument document) {
        JsonNode prices = document.root().path("prices");
        for (int i = 0; i < prices.size(); i++) {
            JsonNode provider = prices.get(i).path("provider");
            try {
                LlmProvider.fromName(provider.asText());
            } catch (IllegalArgumentException unknown) {
                if (provider.isTextual()) {
                    document.mistake("/prices/%d/provider".formatted(i), String.valueOf(unknown.getMessage()));
                }
            }
        }
    }

    private static void checkPatterns(YamlDocument document) {
        JsonNode prices = document.root().path("prices");
        for (int i = 0; i < prices.size(); i++) {
            JsonNode models = prices.get(i).path("models");
            for (int j = 0; j < models.size(); j++) {
                try {
                    pattern(models.get(j));
                } catch (PatternSyntaxException wrong) {
                    document.mistake("/prices/%d/models/%d".formatted(i, j), wrong.getDescription());
                }
            }
        }
    }

    private static Pattern pattern(JsonNode model) {
        return Pattern.compile(model.asText(), Pattern.CASE_INSENSITIVE);
    }

    private ModelPrice price(JsonNode entry) {
        JsonNode above = entry.path("above");
        return new ModelPrice(
                LlmProvider.fromName(entry.path("provider").asText()),
                StreamSupport.stream(entry.path("models").spliterator(), false)
                        .map(PriceFiles::pattern)
                        .toList(),
                tokenPrices(entry.path("usd")),
                above.isObject()
                        ? new ModelPrice.Above(above.path("input_tokens").asLong(), tokenPrices(above.path("usd")))
                        : null,
                entry.path("source").asText(),
                entry.path("checked").asText());
    }

    private TokenPrices tokenPrices(JsonNode usd) {
        try {
            return mapper.treeToValue(usd, TokenPrices.class);
        } catch (JsonProcessingException unlikeItsSchema) {
            throw new UncheckedIOException(unlikeItsSchema);
        }
    }
}
