package io.github.ticketsummarizer.llm.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code taxonomy.yaml} and {@code diagnostics.yaml} and checks them: against their schemas, which come with the
 * program, and for names that are missing or there twice.
 */
public final class ConfigFiles {
    private static final String TAXONOMY = "taxonomy";
    private static final String GUIDE = "diagnostics";

    private final ConfigFolder folder;
    private final ObjectMapper mapper = new Json().mapper();

    public ConfigFiles(ConfigFolder folder) {
        this.folder = folder;
    }

    /** The files that this version comes with. */
    public static ConfigFiles bundled() {
        return new ConfigFiles(ConfigFolder.bundled());
    }

    /** The files in a folder. */
    public static ConfigFiles inFolder(Path folder) {
        return new ConfigFiles(ConfigFolder.at(folder));
    }

    /** @throws ConfigException when a file is missing or wrong; it lists the mistakes of both */
    public AnalysisConfig load() {
        SchemaCheck schemas = new SchemaCheck();
        List<String> mistakes = new ArrayList<>();
        YamlDocument taxonomy = read(TAXONOMY, schemas, CrossReferences::checkTaxonomy, mistakes);
        YamlDocument guide = read(GUIDE, schemas, CrossReferences::checkGuide, mistakes);
        if (taxonomy == null || guide == null || !mistakes.isEmpty()) {
            throw new ConfigException(mistakes);
        }
        return new AnalysisConfig(bind(taxonomy, Taxonomy.class), bind(guide, DiagnosticsGuide.class));
    }

    /** The cross-references are looked at only in a document that keeps its schema. */
    private @Nullable YamlDocument read(
            String name, SchemaCheck schemas, Consumer<YamlDocument> crossReferences, List<String> mistakes) {
        String fileName = name + ".yaml";
        String schemaName = name + ".schema.json";
        try {
            YamlDocument document = YamlDocument.parse(fileName, folder.text(fileName));
            if (!document.isFaulty()) {
                schemas.check(
                        document,
                        schemaName,
                        mapper.readTree(ConfigFolder.bundled().text(schemaName)));
            }
            if (!document.isFaulty()) {
                crossReferences.accept(document);
            }
            mistakes.addAll(document.mistakes());
            return document;
        } catch (NoSuchFileException missing) {
            mistakes.add("%s: there is no such file in %s".formatted(fileName, folder));
        } catch (IOException unreadable) {
            mistakes.add("%s: cannot be read: %s".formatted(fileName, unreadable.getMessage()));
        }
        return null;
    }

    private <T> T bind(YamlDocument document, Class<T> type) {
        try {
            return mapper.treeToValue(document.root(), type);
        } catch (JsonProcessingException unlikeItsSchema) {
            throw new UncheckedIOException(unlikeItsSchema);
        }
    }
}
