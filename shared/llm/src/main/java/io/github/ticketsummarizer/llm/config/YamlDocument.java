package io.github.ticketsummarizer.llm.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A YAML file that is being read: its content, where in it each value stands, and what is wrong with it. */
final class YamlDocument {
    private static final int FIRST_LINE = 1;
    private static final int WHOLE_FILE = 0;

    private final String fileName;
    private final JsonNode root;
    private final List<Mistake> mistakes = new ArrayList<>();

    private YamlDocument(String fileName, JsonNode root) {
        this.fileName = fileName;
        this.root = root;
    }

    /** Reads the text; a file that is no YAML is an empty document with its mistake noted. */
    static YamlDocument parse(String fileName, String text) {
        ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        if (text.isBlank()) {
            YamlDocument empty = new YamlDocument(fileName, yaml.missingNode());
            empty.note(FIRST_LINE, "not valid YAML: the file is empty");
            return empty;
        }
        try {
            return new YamlDocument(
                    fileName, JsonNodes.readTree(yaml, text, LocationJsonNodeFactoryFactory.getInstance()));
        } catch (RuntimeException notYaml) {
            YamlDocument document = new YamlDocument(fileName, yaml.missingNode());
            document.noteParseError(notYaml);
            return document;
        }
    }

    /** What stands for a file that could not be read; the mistake is the file's as a whole. */
    static YamlDocument unreadable(String fileName, String why) {
        YamlDocument document = new YamlDocument(fileName, MissingNode.getInstance());
        document.note(WHOLE_FILE, why);
        return document;
    }

    JsonNode root() {
        return root;
    }

    /** In the order of their lines. */
    List<String> mistakes() {
        return mistakes.stream()
                .sorted(Comparator.comparingInt(Mistake::line))
                .map(this::text)
                .toList();
    }

    private String text(Mistake mistake) {
        return mistake.line() == WHOLE_FILE
                ? "%s: %s".formatted(fileName, mistake.whatIsWrong())
                : "%s:%d: %s".formatted(fileName, mistake.line(), mistake.whatIsWrong());
    }

    boolean isFaulty() {
        return !mistakes.isEmpty();
    }

    /** Notes a mistake at the value that a JSON pointer leads to, or at the nearest value around it. */
    void mistake(String pointer, String whatIsWrong) {
        String where = pointer.isEmpty() ? "" : pointer + ": ";
        note(lineOf(pointer), where + whatIsWrong);
    }

    private void noteParseError(RuntimeException notYaml) {
        switch (notYaml.getCause()) {
            // Its own location is where the surrounding part begins, not where it goes wrong.
            case JacksonException parse
            when parse.getCause() instanceof MarkedYAMLException marked ->
                note(marked.getProblemMark().getLine() + 1, "not valid YAML: " + marked.getProblem());
            case MismatchedInputException more ->
                note(lineOf(more.getLocation()), "not valid YAML: a second document begins here");
            case JacksonException parse ->
                note(
                        lineOf(parse.getLocation()),
                        "not valid YAML: "
                                + parse.getOriginalMessage().lines().findFirst().orElse("it cannot be read"));
            case null, default -> note(FIRST_LINE, "not valid YAML: " + notYaml.getMessage());
        }
    }

    private void note(int line, String whatIsWrong) {
        mistakes.add(new Mistake(line, whatIsWrong));
    }

    private int lineOf(String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        while (root.at(at).isMissingNode() && at.head() != null) {
            at = at.head();
        }
        return lineOf(JsonNodes.tokenStreamLocationOf(root.at(at)));
    }

    private static int lineOf(@Nullable JsonLocation location) {
        return location == null ? FIRST_LINE : location.getLineNr();
    }

    private record Mistake(int line, String whatIsWrong) {}
}
