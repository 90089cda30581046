package io.github.ticketsummarizer.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.ticketsummarizer.model.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads a file of labels: JSON Lines, a {@link Label} a line in {@code snake_case}. Blank lines are passed over. */
public final class LabelFile {
    private static final List<String> REQUIRED = List.of("ticket_id", "primary_pod", "was_used", "triage", "fix");

    private final Path file;
    private final ObjectReader reader;
    private final List<NumberedLabel> labels = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, Integer> linesById = new HashMap<>();

    /**
     * A label and where it stands.
     *
     * @param line counted from 1
     */
    public record NumberedLabel(int line, Label label) {}

    private LabelFile(Path file, Json json) {
        this.file = file;
        this.reader = json.mapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Reads the labels in the order of the file.
     *
     * @throws LabelsException when the file cannot be read, or a line is no label or the second one of a ticket; it
     *     lists every such line
     */
    public static List<NumberedLabel> read(Path file, Json json) {
        LabelFile labels = new LabelFile(file, json);
        labels.readLines();
        if (!labels.mistakes.isEmpty()) {
            throw new LabelsException(labels.mistakes);
        }
        return List.copyOf(labels.labels);
    }

    private void readLines() {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = line.strip();
                if (!text.isEmpty()) {
                    read(number, text);
                }
            }
        } catch (IOException e) {
            mistakes.add("%s: cannot be read (%s)".formatted(file, e));
        }
    }

    private void read(int number, String text) {
        try {
            Label label = bind(parse(text));
            Integer earlier = linesById.putIfAbsent(label.ticketId(), number);
            if (earlier != null) {
                throw new IllegalArgumentException(
                        "ticket %s is labelled on line %d already".formatted(label.ticketId(), earlier));
            }
            labels.add(new NumberedLabel(number, label));
        } catch (IllegalArgumentException e) {
            mistakes.add("%s line %d: %s".formatted(file, number, e.getMessage()));
        }
    }

    private JsonNode parse(String text) {
        try {
            JsonNode node = reader.readTree(text);
            if (node.isObject()) {
                return node;
            }
            throw new IllegalArgumentException("not a JSON object");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not one JSON object (at column %d)"
                            .formatted(e.getLocation().getColumnNr()),
                    e);
        }
    }

    private Label bind(JsonNode node) {
        List<String> missing =
                REQUIRED.stream().filter(name -> !node.hasNonNull(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("%s missing".formatted(String.join(", ", missing)));
        }
        try {
            return reader.treeToValue(node, Label.class);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(reason(e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** Names the field by its path; what an enum says of a wrong name is the reason itself. */
    private static String reason(JsonMappingException e) {
        String field = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return "%s: %s"
                .formatted(
                        field,
                        e.getCause() instanceof IllegalArgumentException wrongName
                                ? String.valueOf(wrongName.getMessage())
                                : "has the wrong type, or is incomplete");
    }
}
