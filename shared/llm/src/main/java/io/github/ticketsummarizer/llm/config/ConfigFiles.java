package io.github.ticketsummarizer.llm.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticketsummarizer.model.Json;
import io.github.ticketsummarizer.model.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the taxonomy and the diagnostics guide and checks them: against their schemas, which come with the program, and
 * for names that are missing or there twice.
 */
public final class ConfigFiles {
    private static final String TAXONOMY = "taxonomy";
    private static final String GUIDE = "diagnostics";

    private final ConfigSource taxonomy;
    private final ConfigSource guide;
    private final ObjectMapper mapper = new Json().mapper();

    /** {@code taxonomy.yaml} and {@code diagnostics.yaml} of a folder. */
    public ConfigFiles(ConfigFolder folder) {
        this(new ConfigSource(folder, TAXONOMY + ".yaml"), new ConfigSource(folder, GUIDE + ".yaml"));
    }

    private ConfigFiles(ConfigSource taxonomy, ConfigSource guide) {
        this.taxonomy = taxonomy;
        this.guide = guide;
    }

    /** The files that this version comes with. */
    public static ConfigFiles bundled() {
        return new ConfigFiles(ConfigFolder.bundled());
    }

    /** The files in a folder. */
    public static ConfigFiles inFolder(Path folder) {
        return new ConfigFiles(ConfigFolder.at(folder));
    }

    /** The files in the folder that {@code CONFIG_DIR} names, or else those that this version comes with. */
    public static ConfigFiles from(Settings settings) {
        return new ConfigFiles(ConfigFolder.from(settings));
    }

    /** The same with another taxonomy. */
    public ConfigFiles withTaxonomy(Path file) {
        return new ConfigFiles(ConfigSource.of(file), guide);
    }

    /** The same with another diagnostics guide. */
    public ConfigFiles withGuide(Path file) {
        return new ConfigFiles(taxonomy, ConfigSource.of(file));
    }

    /** Where the taxonomy is read from, as messages name it. */
    public String taxonomyPlace() {
        return taxonomy.place();
    }

    /** Where the diagnostics guide is read from, as messages name it. */
    public String guidePlace() {
        return guide.place();
    }

    /**
     * Reads both files.
     *
     * @throws ConfigException when a file is missing or wrong; it lists the mistakes of both
     */
    public AnalysisConfig load() {
        SchemaCheck schemas = new SchemaCheck();
        YamlDocument taxonomyDocument = read(taxonomy, schemas, TAXONOMY, CrossReferences::checkTaxonomy);
        YamlDocument guideDocument = read(guide, schemas, GUIDE, CrossReferences::checkGuide);
        if (!taxonomyDocument.isFaulty() && !guideDocument.isFaulty()) {
            CrossReferences.checkPods(guideDocument, taxonomyDocument);
        }
        List<String> mistakes = Stream.of(taxonomyDocument, guideDocument)
                .flatMap(document -> document.mistakes().stream())
                .toList();
        if (!mistakes.isEmpty()) {
            throw new ConfigException(mistakes);
        }
        return new AnalysisConfig(bind(taxonomyDocument, Taxonomy.class), bind(guideDocument, DiagnosticsGuide.class));
    }

    private YamlDocument read(
            ConfigSource source, SchemaCheck schemas, String name, Consumer<YamlDocument> crossReferences) {
        try {
            YamlDocument document = YamlDocument.parse(source.place(), source.text());
            if (!document.isFaulty()) {
                String schemaName = name + ".schema.json";
                schemas.check(
                        document,
                        schemaName,
                        mapper.readTree(ConfigFolder.bundled().text(schemaName)));
                crossReferences.accept(document);
            }
            return document;
        } catch (NoSuchFileException missing) {
            return YamlDocument.unreadable(source.place(), "there is no such file");
        } catch (CharacterCodingException otherEncoding) {
            return YamlDocument.unreadable(source.place(), "is not in UTF-8; save it in that encoding");
        } catch (IOException unreadable) {
            return YamlDocument.unreadable(source.place(), "cannot be read: " + unreadable.getMessage());
        }
    }

    private <T> T bind(YamlDocument document, Class<T> type) {
        try {
            return mapper.treeToValue(document.root(), type);
        } catch (JsonProcessingException unlikeItsSchema) {
            throw new UncheckedIOException(unlikeItsSchema);
        }
    }
}
