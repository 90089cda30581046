package io.github.ticketsummarizer.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files of the project, from its root. */
final class ProjectFiles {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What is secret by its name, wherever variables and settings stand. */
    static final Pattern SECRET =
            Pattern.compile(".*(_API_KEY|_SECRET|_SECRET_KEY|_PUBLIC_KEY|_TOKEN|PASSWORD|_JAAS_CONFIG"
                    + "|_SALT|_ENCRYPTION_KEY|_AUTH|_ACCESS_KEY_ID|_SECRET_ACCESS_KEY)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProjectFiles() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The documents of a YAML text, with anchors and merges resolved. */
    static List<JsonNode> yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        List<JsonNode> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(options))
                .loadAll(text)
                .forEach(document -> documents.add(JSON.valueToTree(document)));
        return documents.stream()
                .filter(Objects::nonNull)
                .filter(document -> !document.isNull())
                .toList();
    }
}
